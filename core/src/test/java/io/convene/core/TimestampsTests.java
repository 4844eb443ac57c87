package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class TimestampsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T10:00:00Z",
                "2026-03-02T10:00:00.000Z",
                "2024-02-29T23:59:59.123456789Z",
                "2000-02-29T00:00:00Z",
                "2026-12-31T00:00:00Z",
                "0001-01-01T00:00:00Z"
            })
    void copiesATimeThatIsAlreadyInUtc(String time) {
        Text text = Text.of(time);

        assertThat(Timestamps.utc(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:00:00+01:00, 2026-03-02T10:00:00Z",
        "2026-03-02T11:00:00.5+01:00, 2026-03-02T10:00:00.500Z",
        "2026-03-02T11:00:00.123456789-01:30, 2026-03-02T12:30:00.123456789Z",
        "2026-03-02T11:00:00+0100, 2026-03-02T10:00:00Z",
        "2026-03-02T11:00:00+01, 2026-03-02T10:00:00Z",
        "2024-01-10T05:19:37.788-08:00, 2024-01-10T13:19:37.788Z",
        "2026-03-02 10:00:00Z, 2026-03-02T10:00:00Z",
        "2026-03-02 10:00:00 +0000, 2026-03-02T10:00:00Z",
        "2026-03-02t10:00:00z, 2026-03-02T10:00:00Z",
        "2026-03-02T10:00Z, 2026-03-02T10:00:00Z",
        "2026-03-02, 2026-03-02T00:00:00Z",
        "2026-12-31T23:30:00-01:00, 2027-01-01T00:30:00Z"
    })
    void bringsOtherFormsToUtc(String time, String utc) {
        assertThat(Timestamps.utc(Text.of(time)).string()).isEqualTo(utc);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', 0x85, 0xa0, 0x1680, 0x2002, 0x2007, 0x2009, 0x200b, 0x2028, 0x202f,
                0x205f, 0x2060, 0x3000, 0xfeff
            })
    void takesAnyWhiteSpaceOfUnicode(int space) {
        String white = Character.toString(space);
        for (String form :
                List.of(
                        "_2026-03-02T11:00:00+01:00_",
                        "2026-03-02_11:00:00_+0100",
                        "_2026-03-02T10:00:00Z",
                        "2026-03-02__10:00:00_Z_")) {
            assertThat(Timestamps.utc(Text.of(form.replace("_", white))))
                    .as(form)
                    .hasToString("2026-03-02T10:00:00Z");
        }
        assertThat(Timestamps.utc(Text.of("2026-03-02" + white)))
                .hasToString("2026-03-02T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:00:00Z",
                "1900-02-29T10:00:00Z",
                "2026-03-02T10:00:00.1x3Z",
                "2026-03-02T1:000:00Z",
                "2026-03-02T10:00:00:5+01:00",
                "2026-13-01T10:00:00Z",
                "2026-00-10T10:00:00Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T10:60:00Z",
                "2026-03-02T10:00:61Z",
                "2026-03-02T10:00:00",
                "2026-03-02T10:00:00.Z",
                "20260302",
                "tomorrow",
                "1772445600000",
                "2026-3-2",
                "2026-03-02T10:00:00.1234567891Z",
                "2026-03-02T10:00:00.+01:00",
                "2026-03-02T10:00:00.1234567891+01:00",
                "2026-03-02T10:00:00+1:000",
                "2026-02-29T10:00:00+01:00",
                "2026-03-02T10:00:00+19:00",
                "9999-12-31T23:00:00-05:00"
            })
    void leavesOutWhatIsNoTimeWithAnOffset(String time) {
        assertThat(Timestamps.utc(Text.of(time)).isPresent()).isFalse();
    }

    @Test
    void readsTheUsualFormLikeTheOneWithASpace() {
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            String date =
                    "%s-%02d-%02d"
                            .formatted(
                                    any(random, "0000", "1969", "2024", "9999"),
                                    random.nextInt(14),
                                    random.nextInt(1, 33));
            String time =
                    "%02d:%02d:%02d"
                            .formatted(random.nextInt(25), random.nextInt(61), random.nextInt(61));
            String fraction = any(random, "", ".5", ".123", ".123456789");
            String offset =
                    any(
                            random, "+00:00", "-00:00", "-08:00", "+05:45", "-00:30", "+18:00",
                            "+18:01", "-19:00", "+01:60");
            Optional<Instant> usual = Timestamps.instant(date + "T" + time + fraction + offset);

            assertThat(usual).isEqualTo(Timestamps.instant(date + " " + time + fraction + offset));
            read += usual.isPresent() ? 1 : 0;
        }
        assertThat(read).isBetween(1_000, 4_000);
    }

    @Test
    void takesOfAllDatesThoseThatTheCalendarHas() {
        for (String year : List.of("0000", "1900", "2000", "2023", "2024", "9999", "2o24")) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String date = "%s-%02d-%02d".formatted(year, month, day);
                    assertThat(Timestamps.utc(Text.of(date)).string())
                            .isEqualTo(isDate(date) ? date + "T00:00:00Z" : "");
                }
            }
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Test
    void writesAnInstantInRfc3339() {
        assertThat(Timestamps.text(Instant.parse("2026-03-02T10:00:00.5Z")).string())
                .isEqualTo("2026-03-02T10:00:00.500Z");
        assertThat(Timestamps.text(Instant.MAX).isPresent()).isFalse();
        assertThat(Timestamps.text(Instant.MIN).isPresent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T10:00:00Z",
                "2026-03-02T10:00:00.5Z",
                "2024-02-29T23:59:59.123456789Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.000001Z",
                "2026-03-02T10:00:00.120Z"
            })
    void readsTheCommonFormAsTheFormatterDoes(String time) {
        assertThat(Timestamps.instant(Text.of(time)))
                .isEqualTo(Timestamps.instant(time))
                .contains(Instant.parse(time));
    }

    private static String any(SplittableRandom random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
