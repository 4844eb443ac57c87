package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

final class FountainYearlessTimeTests {
    private static final Optional<ZoneId> NOWHERE = Optional.empty();
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, Jun 03 @11:27am PDT | 2026-06-03T18:27:00Z",
                "Fri, Jun 05 @ 6:36am PDT | 2026-06-05T13:36:00Z",
                "Fri, Jun 05 @6:36PM PDT | 2026-06-06T01:36:00Z",
                "Fri, Jun 05 @12:00am UTC | 2026-06-05T00:00:00Z",
                "Fri, Jun 05 @12:05pm GMT | 2026-06-05T12:05:00Z",
                "Fri, Jun 5 @ 1:00pm EDT | 2026-06-05T17:00:00Z",
                "Fri, Jun 05 @ 1:00pm -0330 | 2026-06-05T16:30:00Z",
                "Fri, Jun 05 @ 1:00pm +05:30 | 2026-06-05T07:30:00Z",
                "Fri, Jun 05 @ 1:00pm +08 | 2026-06-05T05:00:00Z"
            })
    void readsTheFormsThatWereSeen(String text, Instant instant) {
        assertThat(FountainYearlessTime.near(text, JUNE, NOWHERE)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xa0, 0x2009, 0x202f, 0x3000, 0xfeff, '\t'})
    void takesAnyWhiteSpaceOfUnicode(int space) {
        String text = " Wed,_Jun_03_@_6:36_am_PDT_".replace('_', (char) space);
        assertThat(FountainYearlessTime.near(text, JUNE, NOWHERE))
                .contains(Instant.parse("2026-06-03T13:36:00Z"));
    }

    @Test
    void findsEveryDayOfAYearAgain() {
        DateTimeFormatter spoken =
                DateTimeFormatter.ofPattern("EEE, MMM dd '@10:00am UTC'", Locale.US);
        for (LocalDate day = LocalDate.of(2026, 1, 1);
                day.getYear() == 2026;
                day = day.plusDays(1)) {
            Instant ten = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
            assertThat(FountainYearlessTime.near(spoken.format(day), JUNE, NOWHERE)).contains(ten);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, Jan 02 @ 9:00am PST | 2026-12-30T10:00:00Z | 2027-01-02T17:00:00Z",
                "Thu, Dec 31 @11:30pm PST | 2027-01-02T00:00:00Z | 2027-01-01T07:30:00Z",
                "Fri, Jan 01 @12:15am PST | 2026-12-20T00:00:00Z | 2027-01-01T08:15:00Z",
                "Thu, Feb 29 @ 9:00am UTC | 2024-01-10T00:00:00Z | 2024-02-29T09:00:00Z",
                "Thu, Feb 29 @ 9:00am UTC | 2026-06-01T00:00:00Z | 2024-02-29T09:00:00Z",
                "Wed, Jun 03 @ 9:00am UTC | 2015-05-30T00:00:00Z | 2015-06-03T09:00:00Z",
                "Wed, Jun 03 @ 9:00am UTC | 2021-05-30T00:00:00Z | 2020-06-03T09:00:00Z"
            })
    void takesTheNearestYearInWhichTheWeekdayFits(String text, Instant anchor, Instant instant) {
        assertThat(FountainYearlessTime.near(text, anchor, NOWHERE)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, Feb 29 @ 9:00am UTC",
                "Mon, Feb 30 @ 9:00am UTC",
                "Wed, Jun 31 @ 9:00am UTC",
                "Wed, Jun 03 @13:00pm UTC",
                "Wed, Jun 03 @ 0:30am UTC",
                "Wed, Jun 03 @ 9:60am UTC",
                "Wed, Jun 03 @ 9:00 UTC",
                "Jun 03 @ 9:00am UTC",
                "Mit, Jun 03 @ 9:00am UTC",
                "Wed, Jun 03 @ 9:00am UTC or later",
                "Wed, Jun 03 @ 9:00am +99:00",
                "Wed, Jun 03 @ 9:00am CEST",
                "Wed, Jun 03 @ 9:00am XYZ",
                "Wed, Jun 03 @ 9:00am",
                "tomorrow",
                ""
            })
    void neverGuesses(String text) {
        assertThat(FountainYearlessTime.near(text, JUNE, NOWHERE)).isEmpty();
    }

    @Test
    void takesTheLastYearThatIsOverForWhatHasHappened() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(FountainYearlessTime.near("Sat, Jun 03 @ 9:00am UTC", now, NOWHERE))
                .contains(Instant.parse("2028-06-03T09:00:00Z"));
        assertThat(FountainYearlessTime.before("Sat, Jun 03 @ 9:00am UTC", now, NOWHERE))
                .contains(Instant.parse("2023-06-03T09:00:00Z"));
        assertThat(FountainYearlessTime.before("Thu, Jun 03 @ 9:00am UTC", now, NOWHERE)).isEmpty();
        assertThat(FountainYearlessTime.before("Mon, Nov 23 @11:59pm UTC", now, NOWHERE))
                .contains(Instant.parse("2026-11-23T23:59:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The hour that comes twice.
                "Sun, Nov 01 @ 1:30am PDT | 2026-11-01T08:30:00Z",
                "Sun, Nov 01 @ 1:30am PST | 2026-11-01T09:30:00Z",
                // The hour that never comes.
                "Sun, Mar 08 @ 2:30am PST | 2026-03-08T10:30:00Z",
                "Sun, Mar 08 @ 2:30am PDT | 2026-03-08T09:30:00Z",
                // Elsewhere the zone alone decides.
                "Wed, Jun 03 @ 9:00am | 2026-06-03T16:00:00Z",
                "Wed, Jun 03 @ 9:00am PST | 2026-06-03T16:00:00Z",
                // The slot says that it is in another zone.
                "Wed, Jun 03 @ 9:00am EDT | 2026-06-03T13:00:00Z"
            })
    void prefersTheZoneOfTheAccount(String text, Instant instant) {
        Optional<ZoneId> pacific = Optional.of(ZoneId.of("America/Los_Angeles"));
        assertThat(FountainYearlessTime.near(text, JUNE, pacific)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Asia/Shanghai | Wed, Jun 03 @ 9:00am CST | 2026-06-03T01:00:00Z",
                "Asia/Kolkata | Wed, Jun 03 @ 9:00am IST | 2026-06-03T03:30:00Z",
                "Europe/Berlin | Wed, Jun 03 @ 9:00am CEST | 2026-06-03T07:00:00Z",
                "Europe/Berlin | Sun, Oct 25 @ 2:30am CEST | 2026-10-25T00:30:00Z",
                "Europe/Berlin | Sun, Oct 25 @ 2:30am CET | 2026-10-25T01:30:00Z",
                "America/Phoenix | Wed, Jun 03 @ 9:00am MST | 2026-06-03T16:00:00Z",
                "Pacific/Guam | Wed, Jun 03 @ 9:00am ChST | 2026-06-02T23:00:00Z",
                "America/Adak | Wed, Jun 03 @ 9:00am HDT | 2026-06-03T18:00:00Z",
                "America/Adak | Thu, Jan 07 @ 9:00am HST | 2027-01-07T19:00:00Z",
                "Europe/London | Wed, Jun 03 @ 9:00am BST | 2026-06-03T08:00:00Z",
                "Europe/Dublin | Wed, Jun 03 @ 9:00am IST | 2026-06-03T08:00:00Z",
                "Europe/Dublin | Thu, Jan 07 @ 9:00am GMT | 2027-01-07T09:00:00Z",
                "Asia/Jerusalem | Wed, Jun 03 @ 9:00am IDT | 2026-06-03T06:00:00Z",
                "Australia/Lord_Howe | Wed, Jun 03 @ 9:00am +1030 | 2026-06-02T22:30:00Z",
                "Europe/Moscow | Wed, Jun 03 @ 9:00am MSK | 2026-06-03T06:00:00Z",
                "Africa/Johannesburg | Wed, Jun 03 @ 9:00am SAST | 2026-06-03T07:00:00Z",
                "Asia/Tokyo | Wed, Jun 03 @ 9:00am JST | 2026-06-03T00:00:00Z",
                "Pacific/Honolulu | Wed, Jun 03 @ 9:00am HST | 2026-06-03T19:00:00Z"
            })
    void knowsTheZonesOwnNames(ZoneId zone, String text, Instant instant) {
        assertThat(FountainYearlessTime.near(text, JUNE, Optional.of(zone))).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/Los_Angeles | Wed, Jun 03 @ 9:00am CEST",
                "America/Los_Angeles | Sun, Nov 01 @ 1:30am",
                "America/Los_Angeles | Sun, Mar 08 @ 2:30am",
                // The zone's name of another time.
                "Europe/Moscow | Thu, Jan 07 @ 9:00am MSD",
                "Europe/Istanbul | Wed, Jun 03 @ 9:00am EET"
            })
    void leavesOutATimeThatTheZoneCannotSettle(ZoneId zone, String text) {
        assertThat(FountainYearlessTime.near(text, JUNE, Optional.of(zone))).isEmpty();
    }
}
