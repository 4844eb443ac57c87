package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class TimestampsPropertyTests {
    private static final String RFC_3339 =
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z";
    private static final List<String> SHAPES =
            List.of(
                    "uuuu-MM-dd'T'HH:mm:ss%sXXX",
                    "uuuu-MM-dd't'HH:mm:ss%sXXX",
                    "uuuu-MM-dd HH:mm:ss%sXXX",
                    "uuuu-MM-dd'T'HH:mm:ss%s XXX",
                    "uuuu-MM-dd HH:mm:ss%s XX",
                    "uuuu-MM-dd'T'HH:mm:ss%sXX");

    @Property
    void readsEveryInstantInEveryForm(
            @ForAll("localTimes") LocalDateTime local,
            @ForAll("offsets") ZoneOffset offset,
            @ForAll("shapes") String shape,
            @ForAll @IntRange(max = 9) int digits) {
        String fraction = digits == 0 ? "" : "." + "S".repeat(digits);
        String text =
                DateTimeFormatter.ofPattern(shape.formatted(fraction), Locale.ROOT)
                        .format(local.atOffset(offset));
        Instant meant =
                local.withNano(local.getNano() - local.getNano() % unit(digits)).toInstant(offset);

        assertThat(Timestamps.instant(text)).contains(meant);
        assertThat(Timestamps.instant(Text.of(text))).contains(meant);
        Text utc = Timestamps.utc(Text.of(text));
        if (Timestamps.text(meant).isPresent()) {
            assertThat(utc.string()).matches(RFC_3339);
            assertThat(Instant.parse(utc.string())).isEqualTo(meant);
            assertThat(Timestamps.utc(utc)).isSameAs(utc);
        } else {
            assertThat(utc.isPresent()).isFalse();
        }
    }

    @Property
    void takesADateForItsMidnight(@ForAll("localTimes") LocalDateTime local) {
        LocalDate date = local.toLocalDate();

        assertThat(Timestamps.utc(Text.of(date.toString())).string())
                .isEqualTo(date + "T00:00:00Z");
    }

    @Property
    void takesTheCalendarsWordForWhatExists(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day,
            @ForAll @IntRange(max = 24) int hour,
            @ForAll @IntRange(max = 60) int minute,
            @ForAll @IntRange(max = 60) int second,
            @ForAll("offsetTexts") String offset) {
        String text =
                "%04d-%02d-%02dT%02d:%02d:%02d%s"
                        .formatted(year, month, day, hour, minute, second, offset);

        assertThat(Timestamps.instant(text)).isEqualTo(strict(text));
        assertThat(Timestamps.instant(Text.of(text))).isEqualTo(strict(text));
    }

    @Property
    void isRightOrSilentAboutEveryText(@ForAll("almostTimes") String text) {
        Text utc = Timestamps.utc(Text.of(text));

        if (utc.isPresent()) {
            assertThat(utc.string()).matches(RFC_3339);
            assertThat(Timestamps.instant(text)).contains(Instant.parse(utc.string()));
        }
    }

    @Provide
    Arbitrary<LocalDateTime> localTimes() {
        return Arbitraries.longs()
                .between(
                        LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC))
                .flatMap(second ->
                        Arbitraries.integers()
                                .between(0, 999_999_999)
                                .map(nano ->
                                        LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC)));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of(SHAPES);
    }

    @Provide
    Arbitrary<String> offsetTexts() {
        return Arbitraries.of(
                "Z", "+00:00", "-00:00", "+05:45", "-08:00", "+18:00", "+18:01", "-19:00", "+01:60",
                "");
    }

    /** Times with a few characters exchanged for others that occur in times. */
    @Provide
    Arbitrary<String> almostTimes() {
        Arbitrary<String> times =
                localTimes()
                        .flatMap(local -> offsetTexts().map(offset -> local.toString() + offset));
        return times.flatMap(time ->
                Arbitraries.integers()
                        .between(0, time.length())
                        .flatMap(at ->
                                Arbitraries.strings()
                                        .withChars("0123456789-+:., TZtzWé\u0000\u0660")
                                        .ofMaxLength(3)
                                        .map(put -> changed(time, at, put))));
    }

    private static String changed(String time, int at, String put) {
        int end = Math.min(time.length(), at + put.length());
        return time.substring(0, at) + put + time.substring(end);
    }

    private static Optional<Instant> strict(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int unit(int digits) {
        int unit = 1;
        for (int i = digits; i < 9; i++) {
            unit *= 10;
        }
        return unit;
    }
}
