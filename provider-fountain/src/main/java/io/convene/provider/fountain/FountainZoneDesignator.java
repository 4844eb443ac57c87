package io.convene.provider.fountain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/**
 * The text after a local time: {@code PDT}, {@code -0330} or nothing. The account's zone is
 * preferred where it goes by that name, in the tz database or in Java, and the name then settles an
 * hour that daylight saving repeats or skips. A name that is not the zone's own says that the slot
 * is elsewhere: it counts if it is well known, else the time is absent.
 */
final class FountainZoneDesignator {
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
                    Map.entry("HST", ZoneOffset.ofHours(-10)),
                    Map.entry("HDT", ZoneOffset.ofHours(-9)),
                    Map.entry("CHST", ZoneOffset.ofHours(10)));

    /** Clocks change at most half a year before and after any moment. */
    private static final int HALF_A_YEAR = 182;

    private FountainZoneDesignator() {}

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
        if (zone.isPresent()) {
            Set<ZoneOffset> meant = FountainZones.offsets(zone.get(), name);
            if (!meant.isEmpty()) {
                return offset(local, zone.get().getRules(), meant);
            }
            if (isNamed(zone.get(), name)) {
                return offset(local, zone.get(), name);
            }
        }
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** The zone's offset then, if the abbreviation is of that time of the zone. */
    private static Optional<ZoneOffset> offset(
            LocalDateTime local, ZoneRules rules, Set<ZoneOffset> meant) {
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition != null) {
            Set<ZoneOffset> either = new HashSet<>(meant);
            either.retainAll(Set.of(transition.getOffsetBefore(), transition.getOffsetAfter()));
            return either.size() == 1 ? Optional.of(either.iterator().next()) : Optional.empty();
        }
        ZoneOffset actual = rules.getOffset(local);
        // People write PST all year round.
        boolean isOfThatYear =
                meant.contains(actual)
                        || meant.contains(rules.getOffset(local.minusDays(HALF_A_YEAR)))
                        || meant.contains(rules.getOffset(local.plusDays(HALF_A_YEAR)));
        return isOfThatYear ? Optional.of(actual) : Optional.empty();
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
