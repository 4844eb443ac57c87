package io.convene.launcher.egress.channel;

import io.convene.launcher.egress.wire.RateLimit;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the limits that vendors state in an answer's head: the names {@code X-RateLimit-*}, {@code
 * X-Rate-Limit-*}, {@code X-Api-Ratelimit-*} and {@code RateLimit-*}, the standard's newer {@code
 * RateLimit: "name";r=50;t=30} with {@code RateLimit-Policy: "name";q=100;w=60}, and {@code
 * Retry-After}. Moments are taken by the answer's own {@code Date}, since clocks differ.
 */
final class LimitHeaders {
    private static final List<String> FAMILIES =
            List.of("X-RateLimit-", "RateLimit-", "X-Api-Ratelimit-", "X-Rate-Limit-");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,15})(\\.\\d+)?\\s*([,;].*)?");
    private static final Pattern PARAMETER =
            Pattern.compile("(?:^|[;,])\\s*([a-z]+)\\s*=\\s*(\\d{1,15})");
    private static final long FIRST_MOMENT = 1_000_000_000L;
    private static final long FIRST_MOMENT_IN_MILLIS = 1_000_000_000_000L;

    private final HttpHeaders headers;
    private final Instant now;

    /**
     * Reads these headers.
     *
     * @param now the moment for answers without a {@code Date}
     */
    LimitHeaders(HttpHeaders headers, Instant now) {
        this.headers = headers;
        this.now = now;
    }

    /** The limits the vendor tells, if it tells any. */
    Optional<RateLimit> rateLimit() {
        for (String family : FAMILIES) {
            if (tells(family)) {
                OptionalLong limit = number(family + "Limit");
                OptionalLong remaining = number(family + "Remaining");
                if (remaining.isEmpty()) {
                    remaining = number(family + "Limit-Remaining");
                }
                Optional<RateLimit> said = said(limit, remaining, seconds(family + "Reset"));
                if (said.isPresent()) {
                    return said;
                }
            }
        }
        return tells("RateLimit") ? structured() : Optional.empty();
    }

    /** Most answers tell nothing, and should cost nothing. */
    private boolean tells(String family) {
        for (String name : headers.map().keySet()) {
            if (name.regionMatches(true, 0, family, 0, family.length())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<RateLimit> said(
            OptionalLong limit, OptionalLong remaining, OptionalLong reset) {
        return limit.isEmpty() && remaining.isEmpty() && reset.isEmpty()
                ? Optional.empty()
                : Optional.of(new RateLimit(limit, remaining, reset));
    }

    /** How long the vendor asks to wait, if it does. */
    Optional<Duration> retryAfter() {
        OptionalLong seconds = seconds("Retry-After");
        return seconds.isPresent()
                ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
                : Optional.empty();
    }

    private Optional<RateLimit> structured() {
        Optional<String> said = headers.firstValue("RateLimit");
        OptionalLong limit = parameter(said, "limit");
        if (limit.isEmpty()) {
            limit = parameter(headers.firstValue("RateLimit-Policy"), "q");
        }
        return said(limit, either(said, "r", "remaining"), either(said, "t", "reset"));
    }

    private static OptionalLong either(Optional<String> text, String name, String other) {
        OptionalLong value = parameter(text, name);
        return value.isPresent() ? value : parameter(text, other);
    }

    private static OptionalLong parameter(Optional<String> text, String name) {
        Matcher matcher = PARAMETER.matcher(text.orElse(""));
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return OptionalLong.of(Long.parseLong(matcher.group(2)));
            }
        }
        return OptionalLong.empty();
    }

    /** A whole number, whatever parameters follow it. */
    private OptionalLong number(String name) {
        Matcher matcher = NUMBER.matcher(headers.firstValue(name).orElse(""));
        return matcher.matches()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }

    /** Seconds from the answer on: said as such, as a moment of Unix time, or as a date. */
    private OptionalLong seconds(String name) {
        Optional<String> text = headers.firstValue(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher matcher = NUMBER.matcher(text.get());
        if (!matcher.matches()) {
            return date(text.get()).map(this::until).orElse(OptionalLong.empty());
        }
        long value = Long.parseLong(matcher.group(1));
        if (value >= FIRST_MOMENT_IN_MILLIS) {
            return until(Instant.ofEpochMilli(value));
        }
        if (value >= FIRST_MOMENT) {
            return until(Instant.ofEpochSecond(value));
        }
        return OptionalLong.of(matcher.group(2) == null ? value : value + 1);
    }

    private OptionalLong until(Instant moment) {
        Instant from = headers.firstValue("Date").flatMap(LimitHeaders::date).orElse(now);
        Duration left = Duration.between(from, moment);
        return OptionalLong.of(left.isNegative() ? 0 : left.plusNanos(999_999_999).toSeconds());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    text.contains(",")
                            ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
