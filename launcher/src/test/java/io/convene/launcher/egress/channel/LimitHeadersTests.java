package io.convene.launcher.egress.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.egress.wire.RateLimit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

class LimitHeadersTests {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.250Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Greenhouse, whose reset is a moment in Unix time.
                "X-RateLimit-Limit: 50 ~ X-RateLimit-Remaining: 12 ~ X-RateLimit-Reset: 1772445630 | 50 | 12 | 30",
                // Fountain's names.
                "x-api-ratelimit-limit: 120 ~ X-Api-Ratelimit-Limit-Remaining: 0 ~ X-Api-Ratelimit-Reset: 1772445601 | 120 | 0 | 1",
                "RateLimit-Limit: 100, 100;w=60 ~ RateLimit-Remaining: 99 ~ RateLimit-Reset: 59 | 100 | 99 | 59",
                "RateLimit: \"default\";r=50;t=30 ~ RateLimit-Policy: \"default\";q=100;w=60 | 100 | 50 | 30",
                "RateLimit: limit=100, remaining=50, reset=5 | 100 | 50 | 5",
                "X-Rate-Limit-Limit: 600 | 600 | - | -",
                "X-RateLimit-Remaining: 3 | - | 3 | -",
                "X-RateLimit-Reset: 1772445630123 | - | - | 30",
                "X-RateLimit-Reset: 0.4 | - | - | 1",
                "X-RateLimit-Reset: 2026-03-02T10:00:07Z | - | - | 7",
                // In the past: the window is over.
                "X-RateLimit-Reset: 1772445000 | - | - | 0",
                // By the vendor's own clock, which is an hour ahead.
                "Date: Mon, 02 Mar 2026 11:00:00 GMT ~ X-RateLimit-Reset: 1772449210 | - | - | 10"
            })
    void readsWhatVendorsSay(String headers, Long limit, Long remaining, Long reset) {
        assertThat(read(headers).rateLimit())
                .contains(new RateLimit(number(limit), number(remaining), number(reset)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: application/json",
                "X-RateLimit-Limit: many ~ X-RateLimit-Reset: soon",
                "X-RateLimit-Scope: integration-partner",
                "RateLimit: unheard of",
                "X-RateLimit-Limit: 9999999999999999999999"
            })
    void makesNothingUp(String headers) {
        assertThat(read(headers).rateLimit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 7 | 7",
                "Retry-After: 0 | 0",
                "retry-after: Mon, 02 Mar 2026 10:01:00 GMT | 60",
                "Retry-After: Mon, 02 Mar 2026 09:00:00 GMT | 0"
            })
    void readsHowLongToWait(String headers, long seconds) {
        assertThat(read(headers).retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void anUnreadableWaitIsNone() {
        assertThat(read("Retry-After: tomorrow").retryAfter()).isEmpty();
        assertThat(read("A: b").retryAfter()).isEmpty();
    }

    @Test
    void nothingIsTakenUntilTheResetWhenNothingRemains() {
        assertThat(read("X-RateLimit-Remaining: 0 ~ X-RateLimit-Reset: 9").rateLimit())
                .flatMap(RateLimit::exhausted)
                .contains(Duration.ofSeconds(9));
        assertThat(read("X-RateLimit-Remaining: 1 ~ X-RateLimit-Reset: 9").rateLimit())
                .flatMap(RateLimit::exhausted)
                .isEmpty();
        assertThat(read("X-RateLimit-Remaining: 0").rateLimit())
                .flatMap(RateLimit::exhausted)
                .isEmpty();
    }

    private static OptionalLong number(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static LimitHeaders read(String lines) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : lines.split(" ~ ")) {
            String[] header = line.split(": ", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        }
        return new LimitHeaders(HttpHeaders.of(headers, (name, value) -> true), NOW);
    }
}
