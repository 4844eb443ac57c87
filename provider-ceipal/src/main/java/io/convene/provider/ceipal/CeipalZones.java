package io.convene.provider.ceipal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Time zones by the names that records give them: IANA names and Windows' names in any case, and
 * offsets. Abbreviations such as EST, PST or IST each mean several zones of the world and are not
 * accepted here.
 */
final class CeipalZones {
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT|UT)?[+-]\\d.*|Z");
    private static final Pattern ONE_DIGIT = Pattern.compile("([+-])(\\d:)");

    private CeipalZones() {}

    /** The zone of that name, if it means one zone only. */
    static Optional<ZoneId> of(String name) {
        String plain = CeipalText.plain(name).toLowerCase(Locale.ROOT);
        String known = Known.BY_NAME.get(plain);
        if (known == null) {
            known = Known.BY_NAME.get(plain.replace(' ', '_'));
        }
        return known == null ? offset(plain) : Optional.of(ZoneId.of(known));
    }

    private static Optional<ZoneId> offset(String plain) {
        String offset = plain.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!OFFSET.matcher(offset).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(ONE_DIGIT.matcher(offset).replaceFirst("$10$2")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Made when the first record names a zone. */
    private static final class Known {
        static final Map<String, String> BY_NAME = byName();

        private static Map<String, String> byName() {
            Map<String, String> byName = new HashMap<>();
            CeipalTables.lines("windows-zones.txt")
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        byName.put(key(line.substring(0, equals)), line.substring(equals + 1));
                    });
            ZoneId.getAvailableZoneIds().forEach(id -> byName.put(key(id), id));
            return Map.copyOf(byName);
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
