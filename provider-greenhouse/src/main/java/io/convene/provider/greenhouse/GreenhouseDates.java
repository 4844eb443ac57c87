package io.convene.provider.greenhouse;

import io.convene.core.spi.TimeRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ranges in Harvest's writing, such as {@code gte|2026-01-01T00:00:00Z|lt|2026-02-01T00:00:00Z}.
 */
final class GreenhouseDates {
    /** Greenhouse reads years of four digits. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private GreenhouseDates() {}

    /** The range for a column of moments. */
    static String moments(TimeRange range) {
        return range.bounds().entrySet().stream()
                .map(bound -> "%s|%s".formatted(bound.getKey(), bound.getValue()))
                .collect(Collectors.joining("|"));
    }

    /**
     * The range for a column of days, each of which counts as its midnight in UTC; nothing when no
     * midnight is within.
     */
    static Optional<String> days(TimeRange range) {
        Optional<LocalDate> first = range.from().map(from -> firstDay(from, range.fromIncluded()));
        Optional<LocalDate> last = range.to().map(to -> lastDay(to, range.toIncluded()));
        if (first.filter(day -> day.isAfter(last.orElse(LAST_DAY))).isPresent()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        first.ifPresent(day -> parts.add("gte|" + day));
        last.ifPresent(day -> parts.add("lte|" + day));
        return Optional.of(String.join("|", parts));
    }

    private static LocalDate firstDay(Instant from, boolean included) {
        return included && isMidnight(from) ? day(from) : day(from).plusDays(1);
    }

    private static LocalDate lastDay(Instant to, boolean included) {
        return !included && isMidnight(to) ? day(to).minusDays(1) : day(to);
    }

    private static boolean isMidnight(Instant instant) {
        return day(instant).atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
