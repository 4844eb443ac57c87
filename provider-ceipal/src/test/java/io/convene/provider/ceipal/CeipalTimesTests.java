package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CeipalTimesTests {
    @ParameterizedTest
    @CsvSource({
        "2026-05-12T06:38:35Z, 2026-05-12T06:38:35Z",
        "2026-05-12T06:38:35.120Z, 2026-05-12T06:38:35.120Z",
        "2026-05-12T06:38:35+05:30, 2026-05-12T01:08:35Z",
        "2026-05-12 06:38:35 +0530, 2026-05-12T01:08:35Z",
        "2026-05-12 06:38:35-08:00, 2026-05-12T14:38:35Z",
        "2026-05-12 06:31:23, 2026-05-12T01:01:23Z",
        "2026-05-12T06:31:23, 2026-05-12T01:01:23Z",
        "2026-05-12 06:31, 2026-05-12T01:01:00Z",
        "2026-05-12 06:31:23.500, 2026-05-12T01:01:23.500Z",
        "2026-05-12 06:31:23.000000, 2026-05-12T01:01:23Z",
        "2026-05-12, 2026-05-11T18:30:00Z",
        "05/12/2026, 2026-05-11T18:30:00Z",
        "5/2/2026, 2026-05-01T18:30:00Z",
        "05/12/2026 06:31:23, 2026-05-12T01:01:23Z",
        "05/12/2026 06:31:23 PM, 2026-05-12T13:01:23Z",
        "' 2026-05-12 06:31:23 ', 2026-05-12T01:01:23Z",
    })
    void trustsOffsetsAndTakesTheRestForTheTenantsOwn(String time, String utc) {
        InterviewDraft interview =
                Ceipal.map("{\"created\":\"" + time + "\"}", "time_zone", "Asia/Kolkata");

        assertThat(Ceipal.text(interview, Field.CREATED_AT)).isEqualTo(utc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30 10:00:00",
                "02/30/2026",
                "13/01/2026",
                "2026-05-12 24:00:00",
                "2026-05-12 10:61:00",
                "2026-05-12 13:00 PM",
                "0000-00-00",
                "12.05.2026",
                "1778567915",
                " Open Until Filled",
                "T",
                "tomorrow",
            })
    void leavesOutTimesThatDoNotExist(String time) {
        assertThat(Ceipal.text(Ceipal.map("{\"created\":\"" + time + "\"}"), Field.CREATED_AT))
                .isEmpty();
    }

    @Test
    void takesNaiveTimesForUtcUnlessTheAccountSaysOtherwise() {
        assertThat(
                        Ceipal.text(
                                Ceipal.map("{\"modified\":\"2026-05-12 06:31:23\"}"),
                                Field.UPDATED_AT))
                .isEqualTo("2026-05-12T06:31:23Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 10:30 AM, 2026-03-10T14:30:00Z",
        "2026-03-10, 10:30 pm, 2026-03-11T02:30:00Z",
        "2026-03-10, 10:30AM, 2026-03-10T14:30:00Z",
        "2026-03-10, 9 AM, 2026-03-10T13:00:00Z",
        "2026-03-10, 12:00 AM, 2026-03-10T04:00:00Z",
        "2026-03-10, 12:00 PM, 2026-03-10T16:00:00Z",
        "2026-03-10, 09:05:10 PM, 2026-03-11T01:05:10Z",
        "03/10/2026, 22:30, 2026-03-11T02:30:00Z",
        "03/10/2026, 9:30, 2026-03-10T13:30:00Z",
        "2026-03-10, 10:30:15, 2026-03-10T14:30:15Z",
        "2026-03-10 00:00:00, 10:30, 2026-03-10T14:30:00Z",
        "2026-03-10T00:00:00Z, 10:30, 2026-03-10T14:30:00Z",
        "2026-03-10, 2026-03-12 10:30:00, 2026-03-12T14:30:00Z",
        "2026-03-10, 2026-03-12T10:30:00Z, 2026-03-12T10:30:00Z",
        "'', 2026-03-12T10:30:00+02:00, 2026-03-12T08:30:00Z",
        "2026-03-10 10:30:00, '', 2026-03-10T14:30:00Z",
        "2026-03-10T10:30:00Z, '', 2026-03-10T10:30:00Z",
    })
    void joinsTheDayAndTheTimeOfDay(String date, String from, String start) {
        assertThat(start(date, from, "America/New_York")).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, ''",
        "03/10/2026, ''",
        "2026-03-10 00:00:00, ''",
        "2026-03-10T00:00:00.000Z, ''",
        "2026-03-10T00:00:00+05:30, ''",
        "'', 10:30",
        "someday, 10:30",
        "2026-03-10, noon",
        "2026-03-10, 25:00",
        "2026-03-10, 10:30 IST",
        "2026-03-10, 2026-03-12",
    })
    void leavesOutTheStartWithoutBothDayAndTime(String date, String from) {
        assertThat(start(date, from, "America/New_York")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go from 02:00 to 03:00: a skipped time moves on by an hour.
        "America/New_York, 2026-03-08, 02:30, 2026-03-08T07:30:00Z",
        "America/New_York, 2026-03-08, 01:59, 2026-03-08T06:59:00Z",
        "America/New_York, 2026-03-08, 03:00, 2026-03-08T07:00:00Z",
        // Clocks go from 02:00 back to 01:00: of the two the first is meant.
        "America/New_York, 2026-11-01, 01:30, 2026-11-01T05:30:00Z",
        "America/New_York, 2026-11-01, 02:00, 2026-11-01T07:00:00Z",
        "Europe/Berlin, 2026-03-29, 02:30, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-10-25, 02:30, 2026-10-25T00:30:00Z",
        "Asia/Kolkata, 2026-03-10, 00:15, 2026-03-09T18:45:00Z",
        "+05:30, 2026-03-10, 10:00, 2026-03-10T04:30:00Z",
        "UTC, 2026-03-10, 10:00, 2026-03-10T10:00:00Z",
    })
    void followsTheClocksOfTheZone(String zone, String date, String from, String start) {
        assertThat(start(date, from, zone)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kolkata, 2026-03-10T04:30:00Z",
        "' Europe/Berlin ', 2026-03-10T09:00:00Z",
        "asia/kolkata, 2026-03-10T04:30:00Z",
        "AMERICA/LOS_ANGELES, 2026-03-10T17:00:00Z",
        "america/los angeles, 2026-03-10T17:00:00Z",
        "India Standard Time, 2026-03-10T04:30:00Z",
        "Eastern Standard Time, 2026-03-10T14:00:00Z",
        "pacific standard time, 2026-03-10T17:00:00Z",
        "W. Europe Standard Time, 2026-03-10T09:00:00Z",
        "GMT Standard Time, 2026-03-10T10:00:00Z",
        "Tokyo\u00a0Standard\u202fTime, 2026-03-10T01:00:00Z",
        "utc, 2026-03-10T10:00:00Z",
        "Z, 2026-03-10T10:00:00Z",
        "+05:30, 2026-03-10T04:30:00Z",
        "UTC +5:30, 2026-03-10T04:30:00Z",
        "gmt-8, 2026-03-10T18:00:00Z",
        "'', 2026-03-10T14:00:00Z",
        "'\u00a0', 2026-03-10T14:00:00Z",
        "0, 2026-03-10T14:00:00Z",
    })
    void prefersTheRecordsOwnZoneWhenItIsOne(String zone, String start) {
        InterviewDraft interview =
                Ceipal.map(
                        "{\"interview_date\":\"2026-03-10\",\"from_time\":\"10:00\",\"time_zone\":\""
                                + zone
                                + "\",\"created\":\"2026-03-10 10:00:00\"}",
                        "time_zone",
                        "America/New_York");

        assertThat(Ceipal.text(interview, Field.START_AT)).isEqualTo(start);
        assertThat(Ceipal.text(interview, Field.CREATED_AT)).isEqualTo("2026-03-10T14:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"PST\"",
                "\"EST\"",
                "\"IST\"",
                "\"CST\"",
                "\"est\"",
                "\"???\"",
                "\"Mars/Olympus\"",
                "\"Arabian Standard Time\"",
                "\"Standard Time\"",
                "\"(UTC+05:30) Chennai, Kolkata\"",
                "\"+25:00\"",
                "5.5",
                "true",
                "false",
                "{}",
                "[]",
                "[\"Asia/Kolkata\"]",
            })
    void guessesNoZoneWhenTheRecordsOwnCannotBeRead(String zone) {
        InterviewDraft interview =
                Ceipal.map(
                        "{\"id\":\"1\",\"interview_date\":\"2026-03-10\",\"from_time\":\"10:00\","
                                + "\"to_time\":\"2026-03-10T12:00:00Z\",\"venue\":\"Room 7\","
                                + "\"created\":\"2026-03-10 10:00:00\",\"time_zone\":"
                                + zone
                                + "}",
                        "time_zone",
                        "Asia/Kolkata");

        assertThat(Ceipal.text(interview, Field.START_AT)).isEmpty();
        assertThat(Ceipal.text(interview, Field.END_AT)).isEqualTo("2026-03-10T12:00:00Z");
        assertThat(Ceipal.text(interview, Field.ID)).isEqualTo("1");
        assertThat(Ceipal.text(interview, Field.LOCATION)).isEqualTo("Room 7");
        assertThat(Ceipal.text(interview, Field.CREATED_AT)).isEqualTo("2026-03-10T04:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '\t', 0x85, 0xa0, 0x2007, 0x2009, 0x200b, 0x202f, 0x3000, 0xfeff})
    void takesAnyWhiteSpaceOfUnicode(int space) {
        String white = space == '\t' ? "\\t" : Character.toString(space);
        String record =
                "{\"interview_date\":\"~2026-03-10\",\"from_time\":\"10:30~AM\",\"to_time\":\"11:00~pm~\","
                        + "\"time_zone\":\"India~Standard~~Time\",\"created\":\"2026-03-10~10:00:00~\","
                        + "\"modified\":\"03/10/2026~06:31:23~PM\"}";
        InterviewDraft interview = Ceipal.map(record.replace("~", white));

        assertThat(Ceipal.text(interview, Field.START_AT)).isEqualTo("2026-03-10T05:00:00Z");
        assertThat(Ceipal.text(interview, Field.END_AT)).isEqualTo("2026-03-10T17:30:00Z");
        assertThat(Ceipal.text(interview, Field.CREATED_AT)).isEqualTo("2026-03-10T10:00:00Z");
        assertThat(Ceipal.text(interview, Field.UPDATED_AT)).isEqualTo("2026-03-10T18:31:23Z");
    }

    @Test
    void readsTimesWithReferencesOfHtml() {
        assertThat(start("2026-03-10", "10:30&nbsp;AM", "UTC")).isEqualTo("2026-03-10T10:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "true", "\"noon\"", "\"10:30 EST\"", "1030"})
    void takesNoOtherTimeForOneThatCannotBeRead(String from) {
        InterviewDraft interview =
                Ceipal.map(
                        "{\"interview_date\":\"2026-03-10 09:00:00\",\"from_time\":"
                                + from
                                + ",\"start_time\":\"10:00\"}");

        assertThat(Ceipal.text(interview, Field.START_AT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 11:00, 2026-03-10T11:00:00Z",
        "10:00, 10:00, 2026-03-10T10:00:00Z",
        "'', 11:00, 2026-03-10T11:00:00Z",
        "10:00, 01:00, ''",
        "12:59, 01:00, ''",
        "11:00 PM, 12:15 AM, 2026-03-11T00:15:00Z",
        "20:00, 07:59, 2026-03-11T07:59:00Z",
        "20:00, 2026-03-10 01:00:00, ''",
        "2026-03-14 20:00:00, 01:00, ''",
        "10:00, '', ''",
        "10:00, late, ''",
        "10:00, 2026-03-11 01:00:00, 2026-03-11T01:00:00Z",
    })
    void believesAnEndAfterTheStartOverMidnightIfNeedBe(String from, String to, String end) {
        InterviewDraft interview =
                Ceipal.map(
                        "{\"interview_date\":\"2026-03-10\",\"from_time\":\""
                                + from
                                + "\",\"to_time\":\""
                                + to
                                + "\"}");

        assertThat(Ceipal.text(interview, Field.END_AT)).isEqualTo(end);
    }

    private static String start(String date, String from, String zone) {
        return Ceipal.text(
                Ceipal.map(
                        "{\"interview_date\":\"" + date + "\",\"from_time\":\"" + from + "\"}",
                        "time_zone",
                        zone),
                Field.START_AT);
    }
}
