package io.convene.launcher.query;

import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Text;
import io.convene.core.Timestamps;
import io.convene.core.spi.Query;
import io.convene.core.spi.TimeRange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The filters of one request: sets of ids and ranges of times. Immutable; equal filters have equal
 * canonical texts.
 */
public final class Filters {
    private static final Filters NONE = new Filters(Map.of(), Map.of(), Map.of());
    private static final String ID_SEPARATOR = "\u001f";
    private static final String SEPARATOR = "\u001e";
    private static final String REMOTE = "?";

    private final Map<Filter, List<String>> values;
    private final Map<Filter, TimeRange> ranges;
    private final Map<String, String> remote;

    private Filters(
            Map<Filter, List<String>> values,
            Map<Filter, TimeRange> ranges,
            Map<String, String> remote) {
        this.values = values;
        this.ranges = ranges;
        this.remote = remote;
    }

    /** No filter at all. */
    public static Filters none() {
        return NONE;
    }

    /**
     * Any of these ids, each once and sorted: the order in which they are given says nothing, and a
     * list of several requests to the vendor must be the same for every caller that repeats them.
     */
    public static Filters of(Map<Filter, List<String>> values, Map<Filter, TimeRange> ranges) {
        Map<Filter, List<String>> distinct = new EnumMap<>(Filter.class);
        values.forEach((filter, ids) -> distinct.put(filter, List.copyOf(new TreeSet<>(ids))));
        Map<Filter, TimeRange> copied = new EnumMap<>(Filter.class);
        copied.putAll(ranges);
        return new Filters(distinct, copied, Map.of());
    }

    /** The same with members that go to the vendor unchanged. */
    public Filters with(Map<String, String> members) {
        return new Filters(values, ranges, new TreeMap<>(members));
    }

    /** The members that go to the vendor unchanged, by name. */
    Map<String, String> remote() {
        return remote;
    }

    /** Whether nothing is filtered. */
    public boolean isEmpty() {
        return values.isEmpty() && ranges.isEmpty() && remote.isEmpty();
    }

    /** The requested filters. */
    public Set<Filter> asked() {
        Set<Filter> asked = EnumSet.noneOf(Filter.class);
        asked.addAll(values.keySet());
        asked.addAll(ranges.keySet());
        return asked;
    }

    /** The ids of that filter; empty when it was not requested. */
    public List<String> values(Filter filter) {
        return values.getOrDefault(filter, List.of());
    }

    /** The same without these filters. */
    public Filters without(Set<Filter> ignored) {
        if (ignored.isEmpty()) {
            return this;
        }
        Map<Filter, List<String>> remainingValues = new EnumMap<>(Filter.class);
        remainingValues.putAll(values);
        remainingValues.keySet().removeAll(ignored);
        Map<Filter, TimeRange> remainingRanges = new EnumMap<>(Filter.class);
        remainingRanges.putAll(ranges);
        remainingRanges.keySet().removeAll(ignored);
        return new Filters(remainingValues, remainingRanges, remote);
    }

    /** Puts all filters into a query. */
    public void applyTo(Query.Builder query) {
        values.forEach(query::values);
        ranges.forEach(query::range);
    }

    /** Whether the draft's field is within the filter; an absent field never is. */
    boolean matches(Filter filter, InterviewDraft draft) {
        Text text = draft.text(filter.field());
        if (!text.isPresent()) {
            return false;
        }
        TimeRange range = ranges.get(filter);
        if (range == null) {
            return values(filter).contains(text.string());
        }
        Optional<Instant> instant = Timestamps.instant(text);
        return instant.isPresent() && range.contains(instant.get());
    }

    /** A text that is the same for equal filters, and can be read again with {@link #parse}. */
    public String canonical() {
        List<String> parts = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            List<String> ids = values(filter);
            if (!ids.isEmpty()) {
                parts.add(filter.text() + "=" + String.join(ID_SEPARATOR, ids));
            }
            TimeRange range = ranges.get(filter);
            if (range != null) {
                parts.add(
                        filter.text()
                                + "="
                                + range.from()
                                        .map(from -> (range.fromIncluded() ? "[" : "(") + from)
                                        .orElse("(")
                                + ID_SEPARATOR
                                + range.to()
                                        .map(to -> to + (range.toIncluded() ? "]" : ")"))
                                        .orElse(")"));
            }
        }
        remote.forEach((name, value) -> parts.add(REMOTE + name + ID_SEPARATOR + value));
        return String.join(SEPARATOR, parts);
    }

    /**
     * Reads the text that {@link #canonical()} wrote.
     *
     * @throws IllegalArgumentException when it was not written by this version, such as with a
     *     filter that only a newer one has
     */
    public static Filters parse(String canonical) {
        try {
            return canonical.isEmpty() ? NONE : read(canonical);
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not the filters of this version", e);
        }
    }

    private static Filters read(String canonical) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
        Map<String, String> remote = new TreeMap<>();
        for (String part : canonical.split(SEPARATOR, -1)) {
            if (part.startsWith(REMOTE)) {
                int end = part.indexOf(ID_SEPARATOR);
                remote.put(part.substring(1, end), part.substring(end + 1));
                continue;
            }
            int equals = part.indexOf('=');
            Filter filter = named(part.substring(0, equals));
            List<String> texts = List.of(part.substring(equals + 1).split(ID_SEPARATOR, -1));
            if (filter.isTime()) {
                ranges.put(filter, range(texts.getFirst(), texts.getLast()));
            } else {
                values.put(filter, texts);
            }
        }
        return new Filters(values, ranges, remote);
    }

    private static TimeRange range(String from, String to) {
        TimeRange range = TimeRange.all();
        if (from.length() > 1) {
            range = range.from(Instant.parse(from.substring(1)), from.charAt(0) == '[');
        }
        if (to.length() > 1) {
            range =
                    range.to(
                            Instant.parse(to.substring(0, to.length() - 1)),
                            to.charAt(to.length() - 1) == ']');
        }
        return range;
    }

    private static Filter named(String text) {
        for (Filter filter : Filter.values()) {
            if (filter.text().equals(text)) {
                return filter;
            }
        }
        throw new IllegalArgumentException("unknown filter " + text);
    }
}
