package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;

class CeipalZonesTests {
    @Test
    void knowsEveryIanaNameInAnyCase() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            assertThat(CeipalZones.of(id)).contains(ZoneId.of(id));
            assertThat(CeipalZones.of(id.toLowerCase(Locale.ROOT))).contains(ZoneId.of(id));
            assertThat(CeipalZones.of(" " + id.toUpperCase(Locale.ROOT) + "\u00a0"))
                    .contains(ZoneId.of(id));
        }
    }

    @Test
    void knowsEveryNameOfWindows() {
        List<String> lines = CeipalTables.lines("windows-zones.txt").toList();
        assertThat(lines).hasSize(138);
        for (String line : lines) {
            String[] parts = line.split("=", -1);
            ZoneRules rules = ZoneId.of(parts[1]).getRules();
            String loud = parts[0].toUpperCase(Locale.ROOT).replace(" ", "  ");
            assertThat(CeipalZones.of(parts[0]).map(ZoneId::getRules)).contains(rules);
            assertThat(CeipalZones.of(loud).map(ZoneId::getRules)).contains(rules);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EST", "EDT", "CST", "MST", "PST", "PDT", "HST", "IST", "BST", "AST", "SST"})
    void takesNoAbbreviationForAZone(String abbreviation) {
        assertThat(CeipalZones.of(abbreviation)).isEmpty();
        assertThat(CeipalZones.of(abbreviation.toLowerCase(Locale.ROOT))).isEmpty();
    }
}
