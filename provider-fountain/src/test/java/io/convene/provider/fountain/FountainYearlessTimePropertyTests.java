package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times written as Fountain writes them, over the turns of the year and of the clocks. */
class FountainYearlessTimePropertyTests {
    private static final Optional<ZoneId> NOWHERE = Optional.empty();
    private static final int HALF_A_YEAR = 170 * 24;
    private static final int THREE_YEARS = 3 * 365 * 24;
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("America/Los_Angeles"),
                    ZoneId.of("America/Denver"),
                    ZoneId.of("America/Phoenix"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("America/St_Johns"),
                    ZoneId.of("Pacific/Honolulu"),
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("Asia/Kolkata"),
                    ZoneId.of("Australia/Sydney"));

    @Property
    void findsEveryTimeNearItsBooking(
            @ForAll("moments") Instant moment,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = -HALF_A_YEAR, max = HALF_A_YEAR) int hours) {
        ZonedDateTime time = moment.atZone(zone);
        Instant booking = moment.plus(Duration.ofHours(hours));

        assertThat(FountainYearlessTime.near(spoken(time, "z"), booking, Optional.of(zone)))
                .contains(moment);
        assertThat(FountainYearlessTime.near(spoken(time, "xx"), booking, NOWHERE))
                .contains(moment);
    }

    @Property
    void findsABookingThatIsOver(
            @ForAll("moments") Instant moment,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = THREE_YEARS) int hours) {
        Instant now = moment.plus(Duration.ofHours(hours));

        assertThat(
                        FountainYearlessTime.before(
                                spoken(moment.atZone(zone), "z"), now, Optional.of(zone)))
                .contains(moment);
    }

    @Property
    void takesTheAccountsClocksWhereTheySettleIt(
            @ForAll("moments") Instant moment, @ForAll("zones") ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);

        assertThat(
                        FountainYearlessTime.near(
                                spoken(local.atZone(zone), ""), moment, Optional.of(zone)))
                .isEqualTo(
                        // An hour that is skipped is written as the hour after it.
                        offsets.isEmpty()
                                ? Optional.of(local.atZone(zone).toInstant())
                                : offsets.size() == 1
                                        ? Optional.of(local.toInstant(offsets.getFirst()))
                                        : Optional.empty());
    }

    @Property
    void isNeverOffByMoreThanTheWeekdayAllows(
            @ForAll("moments") Instant moment, @ForAll("moments") Instant anchor) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);

        Optional<Instant> found = FountainYearlessTime.near(spoken(time, "'UTC'"), anchor, NOWHERE);

        found.ifPresent(instant -> {
            ZonedDateTime other = instant.atZone(ZoneOffset.UTC);
            assertThat(spoken(other, "'UTC'")).isEqualTo(spoken(time, "'UTC'"));
            assertThat(Math.abs(other.getYear() - anchor.atZone(ZoneOffset.UTC).getYear()))
                    .isLessThanOrEqualTo(4);
            assertThat(Duration.between(anchor, instant).abs())
                    .isLessThanOrEqualTo(Duration.between(anchor, moment).abs());
        });
    }

    @Property
    void bearsEveryText(@ForAll("almostTimes") String text, @ForAll("zones") ZoneId zone) {
        Instant anchor = Instant.parse("2026-06-01T00:00:00Z");

        assertThat(FountainYearlessTime.near(text, anchor, Optional.of(zone))).isNotNull();
        assertThat(FountainYearlessTime.before(text, anchor, NOWHERE)).isNotNull();
    }

    /** Whole minutes; every second one within two days of a new year or of a change of clocks. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Instant> any =
                Arbitraries.longs()
                        .between(
                                Instant.parse("2015-01-01T00:00:00Z").getEpochSecond() / 60,
                                Instant.parse("2035-12-31T23:59:00Z").getEpochSecond() / 60)
                        .map(minute -> Instant.ofEpochSecond(minute * 60));
        Arbitrary<LocalDate> turns =
                Arbitraries.of(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2026, 3, 8),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2027, 3, 28),
                        LocalDate.of(2027, 10, 31),
                        LocalDate.of(2025, 4, 6));
        Arbitrary<Instant> turning =
                turns.flatMap(day ->
                        Arbitraries.integers()
                                .between(-2 * 24 * 60, 2 * 24 * 60)
                                .map(minutes ->
                                        day.atStartOfDay(ZoneOffset.UTC)
                                                .plusMinutes(minutes)
                                                .toInstant()));
        return Arbitraries.oneOf(any, turning);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<String> almostTimes() {
        return moments()
                .map(moment -> spoken(moment.atZone(ZONES.getFirst()), "z"))
                .flatMap(text ->
                        Arbitraries.integers()
                                .between(0, text.length())
                                .flatMap(at ->
                                        Arbitraries.strings()
                                                .withChars("0123456789 @:,apmPDTWedJun+-\u0660é")
                                                .ofMaxLength(3)
                                                .map(put ->
                                                        text.substring(0, at)
                                                                + put
                                                                + text.substring(
                                                                        Math.min(
                                                                                text.length(),
                                                                                at + 1)))));
    }

    /** Like {@code Wed, Jun 03 @11:27am PDT}, with a blank before an hour of one digit. */
    private static String spoken(ZonedDateTime time, String zone) {
        ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        String half = minute.getHour() < 12 ? "am" : "pm";
        return DateTimeFormatter.ofPattern("EEE, MMM dd '@'pph:mm'" + half + "'", Locale.US)
                        .format(minute)
                + (zone.isEmpty()
                        ? ""
                        : " " + DateTimeFormatter.ofPattern(zone, Locale.US).format(minute));
    }
}
