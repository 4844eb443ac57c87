package io.convene.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class RecordedVendorTests {
    private static final String BASE = "https://api.acme.example/v1/";

    private final RecordedVendor vendor = RecordedVendor.below(BASE);

    @Test
    void givesThePreparedAnswers() {
        VendorResponse one = answer("1");
        VendorResponse other = answer("2");
        vendor.with("users", one).with("users?page=2,3", other);

        assertThat(vendor.send(get("users"))).isSameAs(one);
        assertThat(
                        vendor.sendAll(
                                List.of(
                                        VendorRequest.get(BASE + "users")
                                                .query("page", "2,3")
                                                .build(),
                                        get("users"))))
                .containsExactly(other, one);
    }

    @Test
    void keepsWhatWasSentAtOnceTogether() {
        vendor.with("users", answer("1")).with("jobs", answer("2"));
        vendor.sendAll(List.of(get("users"), get("jobs")));
        vendor.send(get("users"));

        assertThat(vendor.rounds()).containsExactly(List.of("users", "jobs"), List.of("users"));
        assertThat(vendor.requests())
                .extracting(VendorRequest::fullUrl)
                .containsExactly(BASE + "users", BASE + "jobs", BASE + "users");
    }

    @Test
    void hasNoCallLeftForARequestWithoutAnAnswer() {
        assertThatThrownBy(() -> vendor.send(get("users")))
                .isInstanceOfSatisfying(
                        VendorException.class,
                        thrown ->
                                assertThat(thrown.kind())
                                        .isEqualTo(VendorException.Kind.EXHAUSTED));
        assertThat(vendor.rounds()).containsExactly(List.of("users"));
    }

    @Test
    void worksOutAnswers() {
        RecordedVendor echo = RecordedVendor.answering(request -> answer(request.url()));

        assertThat(echo.send(get("users")).bytes()).asString(UTF_8).isEqualTo(BASE + "users");
    }

    @Test
    void remembersAndTellsTheTime() {
        Instant time = Instant.parse("2026-06-01T00:00:00Z");
        vendor.remember("key", "value", Duration.ofMinutes(1));

        assertThat(vendor.recall("key")).contains("value");
        assertThat(vendor.recall("other")).isEmpty();
        assertThat(vendor.now()).isEqualTo(Instant.EPOCH);
        assertThat(vendor.at(time).now()).isEqualTo(time);
    }

    @Test
    void doesNotBind() {
        assertThatThrownBy(() -> vendor.bind(answer("{}"), String.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("java.lang.String");
    }

    private static VendorRequest get(String path) {
        return VendorRequest.get(BASE + path).build();
    }

    private static VendorResponse answer(String body) {
        return VendorResponse.of(200, Map.of(), body.getBytes(UTF_8));
    }
}
