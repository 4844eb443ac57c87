package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Naive times in the zones of tenants, over the turns of the year and of the clocks. */
class CeipalTimesPropertyTests {
    private static final List<String> DATES = List.of("uuuu-MM-dd", "MM/dd/uuuu", "M/d/uuuu");
    private static final List<String> TIMES =
            List.of("HH:mm", "HH:mm:ss", "hh:mm a", "h:mma", "hh:mm:ss a", "H:mm");

    @Property
    void takesNaiveTimesForTheZonesOwn(
            @ForAll("minutes") LocalDateTime local,
            @ForAll("zones") ZoneId zone,
            @ForAll("dates") String date,
            @ForAll("times") String time) {
        String day = written(local, date);
        String clock = written(local, time);
        // The calendar moves a skipped time on by the gap and takes the first of two.
        Instant meant = local.atZone(zone).toInstant();
        CeipalTimes times = new CeipalTimes(zone);

        assertThat(times.utc(Text.of(day + " " + clock)).string()).isEqualTo(meant.toString());
        assertThat(times.on(Text.of(day), Text.of(clock))).contains(meant);
        assertThat(times.on(Text.of("2020-01-01"), Text.of(day + " " + clock))).contains(meant);
        assertThat(new CeipalTimes(ZoneOffset.UTC).in(Text.of(zone.getId()))).isEqualTo(times);
    }

    @Property
    void trustsAnOffsetWhateverTheZone(
            @ForAll("minutes") LocalDateTime local,
            @ForAll("zones") ZoneId zone,
            @ForAll("offsets") ZoneOffset offset) {
        Instant meant = local.toInstant(offset);
        Text time = Text.of(written(local, "uuuu-MM-dd'T'HH:mm:ss") + offset);

        assertThat(Instant.parse(new CeipalTimes(zone).utc(time).string())).isEqualTo(meant);
        assertThat(new CeipalTimes(zone).on(Text.of("2020-01-01"), time)).contains(meant);
    }

    @Property
    void endsAfterItsStartOverMidnightAndNewYear(
            @ForAll("minutes") LocalDateTime start,
            @ForAll @IntRange(min = 0, max = 12 * 60 - 1) int minutes,
            @ForAll("times") String time) {
        // Where clocks do not change: how long a night is there is asked elsewhere.
        CeipalTimes times = new CeipalTimes(ZoneId.of("Asia/Kolkata"));
        LocalDateTime end = start.plusMinutes(minutes);
        Text date = Text.of(written(start, "uuuu-MM-dd"));
        Optional<Instant> begun = times.on(date, Text.of(written(start, time)));

        assertThat(times.endAfter(begun, date, Text.of(written(end, time))))
                .contains(begun.orElseThrow().plus(Duration.ofMinutes(minutes)));
    }

    @Property
    void neverEndsBeforeItsStartNorHalfADayAfterIt(
            @ForAll("minutes") LocalDateTime start,
            @ForAll @IntRange(max = 24 * 60 - 1) int minuteOfDay,
            @ForAll("zones") ZoneId zone) {
        CeipalTimes times = new CeipalTimes(zone);
        Text date = Text.of(written(start, "uuuu-MM-dd"));
        LocalDateTime end = start.toLocalDate().atStartOfDay().plusMinutes(minuteOfDay);
        Optional<Instant> begun = times.on(date, Text.of(written(start, "HH:mm")));

        Optional<Instant> ended = times.endAfter(begun, date, Text.of(written(end, "HH:mm")));

        ended.ifPresent(instant -> {
            assertThat(instant).isAfterOrEqualTo(begun.orElseThrow());
            if (instant.isAfter(end.atZone(zone).toInstant())) {
                assertThat(Duration.between(begun.orElseThrow(), instant))
                        .isLessThan(Duration.ofHours(12));
            }
        });
    }

    @Property
    void isRightOrSilentAboutEveryText(@ForAll("almostTimes") String text) {
        Text utc = new CeipalTimes(ZoneId.of("America/New_York")).utc(Text.of(text));

        assertThat(utc.optional().map(Instant::parse)).isNotNull();
    }

    /** Whole minutes; every second one around a new year or a change of clocks. */
    @Provide
    Arbitrary<LocalDateTime> minutes() {
        Arbitrary<LocalDateTime> any =
                Arbitraries.longs()
                        .between(
                                LocalDate.of(1990, 1, 1).toEpochDay() * 24 * 60,
                                LocalDate.of(2100, 1, 1).toEpochDay() * 24 * 60)
                        .map(minute -> LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC));
        Arbitrary<LocalDateTime> turning =
                Arbitraries.of(
                                LocalDate.of(2026, 12, 31),
                                LocalDate.of(2024, 2, 29),
                                LocalDate.of(2026, 3, 8),
                                LocalDate.of(2026, 11, 1),
                                LocalDate.of(2026, 3, 29),
                                LocalDate.of(2026, 10, 25),
                                LocalDate.of(2026, 4, 5))
                        .flatMap(day ->
                                Arbitraries.integers()
                                        .between(-12 * 60, 36 * 60)
                                        .map(day.atStartOfDay()::plusMinutes));
        return Arbitraries.oneOf(any, turning);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Asia/Kolkata",
                        "America/New_York",
                        "America/Los_Angeles",
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "UTC",
                        "+05:30")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Provide
    Arbitrary<String> dates() {
        return Arbitraries.of(DATES);
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.of(TIMES);
    }

    @Provide
    Arbitrary<String> almostTimes() {
        return minutes()
                .map(local -> written(local, "uuuu-MM-dd hh:mm:ss a"))
                .flatMap(text ->
                        Arbitraries.integers()
                                .between(0, text.length())
                                .flatMap(at ->
                                        Arbitraries.strings()
                                                .withChars("0123456789 /:-+TZAMPm.é\u0660")
                                                .ofMaxLength(3)
                                                .map(put ->
                                                        text.substring(0, at)
                                                                + put
                                                                + text.substring(
                                                                        Math.min(
                                                                                text.length(),
                                                                                at + 1)))));
    }

    private static String written(LocalDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
    }
}
