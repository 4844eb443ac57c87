package io.convene.launcher.egress.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** How long a request may be without a connection. */
class RequestBodyTests {
    private final RequestBody body = new RequestBody(BodyPublishers.noBody());

    @Test
    void isUnconnectedWhenTheTimeForThatIsOver() {
        body.begin(Duration.ofMillis(150));

        assertThat(body.isUnconnected()).isFalse();
        await().pollInterval(Duration.ofMillis(10)).until(body::isUnconnected);
    }

    @Test
    void isNotOnceTheClientWritesItsHead() {
        body.begin(Duration.ZERO);
        assertThat(body.isUnconnected()).isTrue();

        body.contentLength();

        assertThat(body.isUnconnected()).isFalse();
    }

    @Test
    void doesNotBlameTheVendorForTimeInWhichThisProcessStoodStill() throws InterruptedException {
        body.begin(Duration.ofMillis(150));
        Thread.sleep(400);

        assertThat(body.isUnconnected()).isFalse();
    }
}
