package io.convene.launcher.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

class HttpDateTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1994-11-06T08:49:37Z|Sun, 06 Nov 1994 08:49:37 GMT",
                "2026-01-01T00:00:00Z|Thu, 01 Jan 2026 00:00:00 GMT",
                "2024-02-29T23:59:59.999Z|Thu, 29 Feb 2024 23:59:59 GMT",
                "2026-12-31T12:00:00Z|Thu, 31 Dec 2026 12:00:00 GMT"
            })
    void isInGmtWithADayOfTwoDigits(Instant time, String text) {
        assertThat(HttpDate.text(time)).isEqualTo(text);
    }

    @Test
    void dependsOnNoLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
        try {
            assertThat(HttpDate.text(Instant.parse("2026-03-02T10:00:00Z")))
                    .isEqualTo("Mon, 02 Mar 2026 10:00:00 GMT");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isTheCurrentTime() {
        String text = HttpDate.now().get();

        assertThat(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }
}
