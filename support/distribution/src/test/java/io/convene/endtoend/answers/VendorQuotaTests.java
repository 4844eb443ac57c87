package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Fault;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/** A vendor that rejects further calls: at the first page, after it, and while calls are paused. */
@Timeout(120)
class VendorQuotaTests {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(Sandbox.builder().start(), folder, "ashby", "ceipal").start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void clearFaults() {
        site.sandbox().clearFaults();
    }

    @Test
    void answersWhatItHasAndGoesOnAfterIt() throws Exception {
        site.sandbox()
                .fail(
                        Fault.of("ashby", Fault.Effect.TOO_MANY_REQUESTS)
                                .after(2)
                                .times(50)
                                .retryAfter(Duration.ofSeconds(1)));
        Answer first = site.interviews("ashby", "&limit=300");
        site.sandbox().clearFaults();

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.ids()).isEqualTo(site.sandbox().interviewIds("ashby").subList(0, 200));
        assertThat(first.json().text("is_partial_response").is("true")).isTrue();
        assertThat(first.json().text("result_count").string()).isEqualTo("200");
        assertThat(first.header("Retry-After")).isEqualTo("1");
        Answer rest =
                site.interviews(
                        "ashby", "&limit=300&next_cursor=" + first.nextCursor().orElseThrow());
        assertThat(rest.ids()).isEqualTo(site.sandbox().interviewIds("ashby").subList(200, 300));
        assertThat(rest.nextCursor()).isEmpty();
        assertThat(rest.json().at("is_partial_response").isPresent()).isFalse();
    }

    @Test
    void tellsTheVendorsRefusalFromCallsThatWereHeldBack() throws Exception {
        site.sandbox()
                .fail(
                        Fault.of("ceipal", Fault.Effect.TOO_MANY_REQUESTS)
                                .on("/v2/getInterviews")
                                .retryAfter(Duration.ofHours(1)));
        Answer refused = site.interviews("ceipal", "&limit=10");
        Answer held = site.interviews("ceipal", "&limit=10");

        for (Answer answer : new Answer[] {refused, held}) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertThat(
                            answer.json()
                                    .at("truto_error_insight")
                                    .at("rate_limit_error")
                                    .text("description")
                                    .isPresent())
                    .isTrue();
        }
        assertThat(refused.json().text("truto_is_remote_error").is("true")).isTrue();
        assertThat(refused.json().at("raw_response").isPresent()).isTrue();
        assertThat(held.json().at("truto_is_remote_error").isPresent()).isFalse();
        assertThat(held.message()).contains("asked for a pause");
    }
}
