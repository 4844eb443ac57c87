package io.convene.provider.fountain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * What stands behind a local time: {@code PDT}, {@code -0330} or nothing. The account's zone is
 * preferred where it goes by that name, and the name then settles an hour that daylight saving
 * repeats or skips. A name that is not the zone's own says that the slot lies elsewhere: it counts
 * if it is well known, else the time is absent.
 */
final class ZoneDesignator {
    private static final Map<String, ZoneOffset> KNOWN =
            Map.ofEntries(
                    Map.entry("UTC", ZoneOffset.UTC),
                    Map.entry("GMT", ZoneOffset.UTC),
                    Map.entry("Z", ZoneOffset.UTC),
                    Map.entry("EST", ZoneOffset.ofHours(-5)),
                    Map.entry("EDT", ZoneOffset.ofHours(-4)),
                    Map.entry("CST", ZoneOffset.ofHours(-6)),
                    Map.entry("CDT", ZoneOffset.ofHours(-5)),
                    Map.entry("MST", ZoneOffset.ofHours(-7)),
                    Map.entry("MDT", ZoneOffset.ofHours(-6)),
                    Map.entry("PST", ZoneOffset.ofHours(-8)),
                    Map.entry("PDT", ZoneOffset.ofHours(-7)),
                    Map.entry("AKST", ZoneOffset.ofHours(-9)),
                    Map.entry("AKDT", ZoneOffset.ofHours(-8)),
                    Map.entry("HST", ZoneOffset.ofHours(-10)));

    private ZoneDesignator() {}

    static Optional<Instant> instant(
            LocalDateTime local, Optional<String> designator, Optional<ZoneId> zone) {
        return offset(local, designator, zone).map(local::toInstant);
    }

    private static Optional<ZoneOffset> offset(
            LocalDateTime local, Optional<String> designator, Optional<ZoneId> zone) {
        if (designator.isEmpty()) {
            return zone.flatMap(here -> offset(local, here, ""));
        }
        String name = designator.get().toUpperCase(Locale.ROOT);
        if (name.matches("[+-]\\d{2}(:?\\d{2})?")) {
            return Optional.of(ZoneOffset.of(name));
        }
        boolean here = zone.isPresent() && isNamed(zone.get(), name);
        return here ? offset(local, zone.get(), name) : Optional.ofNullable(KNOWN.get(name));
    }

    private static Optional<ZoneOffset> offset(LocalDateTime local, ZoneId zone, String name) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            return Optional.of(rules.getOffset(local));
        }
        boolean standard = name.equals(name(zone, false));
        boolean daylight = name.equals(name(zone, true));
        if (standard == daylight) {
            return Optional.empty();
        }
        ZoneOffset usual = rules.getStandardOffset(transition.getInstant());
        boolean before = transition.getOffsetBefore().equals(usual) == standard;
        return Optional.of(before ? transition.getOffsetBefore() : transition.getOffsetAfter());
    }

    private static boolean isNamed(ZoneId zone, String name) {
        return name.equals(name(zone, false)) || name.equals(name(zone, true));
    }

    private static String name(ZoneId zone, boolean daylight) {
        return TimeZone.getTimeZone(zone).getDisplayName(daylight, TimeZone.SHORT, Locale.US);
    }
}
