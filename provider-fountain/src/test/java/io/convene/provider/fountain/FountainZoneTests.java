package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

final class FountainZoneTests {
    @ParameterizedTest
    @CsvSource({
        "Pacific/Guam, CHST, +10:00",
        "America/Adak, HDT, -09:00",
        "US/Aleutian, HST, -10:00",
        "Europe/London, BST, +01:00",
        "Asia/Kolkata, IST, +05:30",
        "Asia/Calcutta, IST, +05:30",
        "America/St_Johns, NDT, -02:30",
        "Australia/Adelaide, ACDT, +10:30",
        "Europe/Istanbul, EEST, +03:00",
        "Africa/Nairobi, EAT, +03:00"
    })
    void knowsTheAbbreviationsOfAZone(ZoneId zone, String abbreviation, ZoneOffset offset) {
        assertThat(FountainZones.offsets(zone, abbreviation)).containsExactly(offset);
    }

    @Test
    void keepsBothOffsetsOfANameThatChangedItsMeaning() {
        assertThat(FountainZones.offsets(ZoneId.of("Europe/Moscow"), "MSK"))
                .isEqualTo(Set.of(ZoneOffset.ofHours(3), ZoneOffset.ofHours(4)));
    }

    @Test
    void knowsNoOthers() {
        assertThat(FountainZones.offsets(ZoneId.of("America/Los_Angeles"), "CEST")).isEmpty();
        assertThat(FountainZones.offsets(ZoneOffset.UTC, "UTC")).isEmpty();
        assertThat(FountainZones.offsets(ZoneId.of("Etc/GMT+5"), "EST")).isEmpty();
    }
}
