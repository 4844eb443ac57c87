package io.convene.sandbox;

import io.convene.sandbox.wire.PageFault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A fault that will occur: on which calls of which simulated vendor, of which kind, how often.
 *
 * @param integration the vendor whose calls fail
 * @param kind the kind of fault
 * @param count the number of calls that fail, one by default
 * @param skip the number of matching calls that pass first, none by default
 * @param path the beginning of the call's path, see {@link RecordedCall#path}; anything by default,
 *     but the kinds that concern a page affect lists only
 * @param retryAfter the Retry-After of {@link Effect#TOO_MANY_REQUESTS}, in whole seconds; none by
 *     default
 * @param delay how long {@link Effect#SLOW} waits before it answers, two seconds by default
 * @param size how many bytes {@link Effect#HUGE} adds, 64 MiB by default
 */
public record Fault(
        String integration,
        Effect kind,
        int count,
        int skip,
        String path,
        Optional<Duration> retryAfter,
        Duration delay,
        long size) {

    /** The kinds of faults, each with its name on the control endpoint. */
    public enum Effect {
        /** The vendor's own 429. */
        TOO_MANY_REQUESTS("429"),
        /** The vendor's own words for an internal error, with 500. */
        SERVER_ERROR("500"),
        /** The same with 503. */
        UNAVAILABLE("503"),
        /** The right answer, late. */
        SLOW("slow"),
        /** The connection is closed without an answer. */
        RESET("reset"),
        /** The connection is closed after half the announced body. */
        TRUNCATED("truncated"),
        /** A page for people in place of JSON, with status 200. */
        HTML("html"),
        /** Every token so far is invalid from this call on. Not for Ashby, which has none. */
        TOKEN_EXPIRY("token_expiry"),
        /**
         * The page's cursor leads to the same page again. Not for Fountain, whose slots have none.
         */
        REPEATED_CURSOR("repeated_cursor"),
        /**
         * A page without items, whose cursor leads to the items it should have had. Greenhouse and
         * Ashby.
         */
        EMPTY_PAGE("empty_page"),
        /**
         * The page has at most 7 items, however many were asked for, and the next one begins after
         * them. Not for Fountain, whose slots are not paged.
         */
        CAPPED_PAGES("capped_pages"),
        /** One item of the page, the middle one, has objects where values are expected. */
        UNMAPPABLE("unmappable"),
        /** Every item has members and a status that nobody knows. */
        UNKNOWN("unknown"),
        /** The right answer, with so many blanks in it. */
        HUGE("huge");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        /** The name on the control endpoint. */
        public String text() {
            return text;
        }

        /** The kind of that name. */
        static Effect of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text.equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "kind is \""
                                            + text
                                            + "\", expected one of "
                                            + Arrays.stream(values())
                                                    .map(Effect::text)
                                                    .collect(Collectors.joining(", "))));
        }

        /** The change to a page, for the kinds that change one. */
        Optional<PageFault> twist() {
            return switch (this) {
                case REPEATED_CURSOR -> Optional.of(PageFault.REPEATED_CURSOR);
                case EMPTY_PAGE -> Optional.of(PageFault.EMPTY_PAGE);
                case CAPPED_PAGES -> Optional.of(PageFault.CAPPED_PAGES);
                case UNMAPPABLE -> Optional.of(PageFault.UNMAPPABLE);
                case UNKNOWN -> Optional.of(PageFault.UNKNOWN);
                case TOO_MANY_REQUESTS,
                        SERVER_ERROR,
                        UNAVAILABLE,
                        SLOW,
                        RESET,
                        TRUNCATED,
                        HTML,
                        TOKEN_EXPIRY,
                        HUGE ->
                        Optional.empty();
            };
        }
    }

    public Fault {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", expected 1 or more");
        }
        if (skip < 0) {
            throw new IllegalArgumentException("skip is " + skip + ", expected 0 or more");
        }
    }

    /** A fault that strikes the next call. */
    public static Fault of(String integration, Effect kind) {
        return new Fault(
                integration, kind, 1, 0, "", Optional.empty(), Duration.ofSeconds(2), 64L << 20);
    }

    /** The same, striking so many calls. */
    public Fault times(int count) {
        return new Fault(integration, kind, count, skip, path, retryAfter, delay, size);
    }

    /** The same, after so many matching calls. */
    public Fault after(int skip) {
        return new Fault(integration, kind, count, skip, path, retryAfter, delay, size);
    }

    /** The same, on paths that begin so. */
    public Fault on(String path) {
        return new Fault(integration, kind, count, skip, path, retryAfter, delay, size);
    }

    /** The same, with a Retry-After. */
    public Fault retryAfter(Duration retryAfter) {
        return new Fault(
                integration, kind, count, skip, path, Optional.of(retryAfter), delay, size);
    }

    /** The same, so slow. */
    public Fault delay(Duration delay) {
        return new Fault(integration, kind, count, skip, path, retryAfter, delay, size);
    }

    /** The same, so many bytes bigger. */
    public Fault size(long size) {
        return new Fault(integration, kind, count, skip, path, retryAfter, delay, size);
    }
}
