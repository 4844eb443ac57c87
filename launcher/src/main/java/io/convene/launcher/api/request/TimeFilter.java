package io.convene.launcher.api.request;

import io.convene.core.Filter;
import io.convene.core.Timestamps;
import io.convene.core.spi.TimeRange;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads time filters. A date alone means that whole UTC day. */
final class TimeFilter {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?([Zz]|[+-]\\d{2}(:?\\d{2})?)");

    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?");
    private static final Set<String> OPERATORS = Set.of("", "eq", "gt", "gte", "lt", "lte");

    /**
     * Vendors can read years of four digits, and no interview has another year: bounds beyond are
     * moved here, which leaves the same interviews.
     */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimeFilter() {}

    static boolean isOperator(String operator) {
        return OPERATORS.contains(operator);
    }

    /** The value, as a time in UTC when it has no offset. */
    static String withZone(String value) {
        return WITHOUT_ZONE.matcher(value).matches() ? value + "Z" : value;
    }

    /**
     * The range, narrowed by one more condition.
     *
     * @param label the parameter as the caller wrote it, cut to a length that fits into a sentence
     * @param operator eq, gt, gte, lt, lte, or empty for none: at or after, and for end_at at or
     *     before
     * @throws ApiException with 400 when the value cannot be read
     */
    static TimeRange narrow(
            TimeRange range, Filter filter, String operator, String value, String label) {
        Instant first;
        Instant after;
        boolean day = DATE.matcher(value).matches();
        if (day) {
            LocalDate date = date(value, label);
            first = date.atStartOfDay(ZoneOffset.UTC).toInstant();
            after = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } else {
            first = instant(value, label);
            after = first;
        }
        String known = operator.isEmpty() ? (filter == Filter.END_AT ? "lte" : "gte") : operator;
        return switch (known) {
            case "gte" -> from(range, first, true);
            case "gt" -> from(range, after, day);
            case "lt" -> to(range, first, false);
            case "lte" -> to(range, after, !day);
            case "eq" -> to(from(range, first, true), after, !day);
            default -> throw new IllegalArgumentException("unknown operator " + operator);
        };
    }

    private static TimeRange from(TimeRange range, Instant instant, boolean included) {
        return instant.isBefore(EARLIEST)
                ? range.from(EARLIEST, true)
                : instant.isAfter(LATEST)
                        ? range.from(LATEST, false)
                        : range.from(instant, included);
    }

    private static TimeRange to(TimeRange range, Instant instant, boolean included) {
        return instant.isBefore(EARLIEST)
                ? range.to(EARLIEST, false)
                : instant.isAfter(LATEST) ? range.to(LATEST, true) : range.to(instant, included);
    }

    private static LocalDate date(String value, String label) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw notATime(value, label);
        }
    }

    private static Instant instant(String value, String label) {
        // An unencoded '+' of an offset arrives as a blank.
        String repaired = value.replaceFirst(" (\\d{2}:?\\d{2}|\\d{2})$", "+$1").replace(',', '.');
        Optional<Instant> instant =
                DATE_TIME.matcher(repaired).matches()
                        ? Timestamps.instant(repaired)
                        : Optional.empty();
        return instant.orElseThrow(() -> notATime(value, label));
    }

    private static ApiException notATime(String value, String label) {
        return new ApiException(
                400,
                "The value '"
                        + QuotedText.cut(value)
                        + "' of '"
                        + label
                        + "' is not an ISO 8601 date or date-time with an offset; write it like 2026-03-02 or"
                        + " 2026-03-02T10:00:00Z.");
    }
}
