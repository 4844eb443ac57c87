package io.convene.provider.fountain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The abbreviations that each zone has had since 2000, as the tz database has them. */
final class FountainZones {
    private static final String TABLE = "zone-abbreviations.txt";
    private static final Pattern ABBREVIATION = Pattern.compile("(\\p{Alpha}+)([+-]\\d\\d:\\d\\d)");

    private FountainZones() {}

    /**
     * The offsets that the zone has had under that abbreviation in capitals; none if it is not its
     * own.
     */
    static Set<ZoneOffset> offsets(ZoneId zone, String abbreviation) {
        return Table.BY_ZONE
                .getOrDefault(zone.getId(), Map.of())
                .getOrDefault(abbreviation, Set.of());
    }

    /** Read when the first time without a year is. */
    private static final class Table {
        static final Map<String, Map<String, Set<ZoneOffset>>> BY_ZONE = read();

        private static Map<String, Map<String, Set<ZoneOffset>>> read() {
            Map<String, Map<String, Set<ZoneOffset>>> byZone = new HashMap<>();
            Map<String, Set<ZoneOffset>> offsets = Map.of();
            for (String line : text().lines().toList()) {
                if (line.startsWith(" ")) {
                    for (String zone : line.strip().split(" ", -1)) {
                        byZone.put(zone, offsets);
                    }
                } else if (!line.startsWith("#")) {
                    offsets = offsets(line);
                }
            }
            return byZone;
        }

        private static Map<String, Set<ZoneOffset>> offsets(String line) {
            Map<String, Set<ZoneOffset>> offsets = new HashMap<>();
            Matcher abbreviation = ABBREVIATION.matcher(line);
            while (abbreviation.find()) {
                offsets.computeIfAbsent(
                                abbreviation.group(1).toUpperCase(Locale.ROOT),
                                name -> new HashSet<>())
                        .add(ZoneOffset.of(abbreviation.group(2)));
            }
            return offsets;
        }

        private static String text() {
            try (InputStream in =
                    Objects.requireNonNull(FountainZones.class.getResourceAsStream(TABLE), TABLE)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
