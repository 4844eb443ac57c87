package io.convene.testkit.engine.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import io.convene.core.Filter;
import io.convene.core.spi.Setting;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.Truth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The author's statements about the bundle and its vendor.
 *
 * @param bundle the packaged jar or folder
 * @param work a folder for copies
 * @param now the bundle's present
 * @param interviews the ids of all interviews
 * @param truth the required interview for each of them, in order; none when the author says nothing
 * @param within the ids that a required filter may have
 * @param statuses the meanings of statuses that only this vendor has
 * @param refusals the vendor's own words for a refusal
 * @param capPages lets the test vendor give no more records a page, and says whether it can
 * @param limit how long one rule may take
 */
public record Facts(
        Path bundle,
        Path work,
        Map<String, String> credentials,
        Map<String, String> settings,
        Instant now,
        List<String> interviews,
        List<InterviewRow> truth,
        Map<Filter, List<String>> within,
        Map<Integer, Kind> statuses,
        Map<Kind, List<VendorResponse>> refusals,
        IntPredicate capPages,
        Duration limit) {

    @SuppressWarnings("unchecked") // written by the kit's other half
    public static Facts of(Map<String, Object> facts) {
        Map<Filter, List<String>> within = new EnumMap<>(Filter.class);
        ((Map<String, List<String>>) fact(facts, "within"))
                .forEach((name, ids) -> within.put(filter(name), List.copyOf(ids)));
        Map<Kind, List<VendorResponse>> refusals = new EnumMap<>(Kind.class);
        ((Map<String, List<List<Object>>>) fact(facts, "refusals"))
                .forEach((kind, replies) ->
                        refusals.put(kind(kind), replies.stream().map(Facts::response).toList()));
        Map<Integer, Kind> statuses = new LinkedHashMap<>();
        ((Map<Integer, String>) fact(facts, "statuses"))
                .forEach((status, kind) -> statuses.put(status, kind(kind)));
        // The host would keep to the vendor's pace; a simulated vendor does not need one.
        Map<String, String> settings =
                new LinkedHashMap<>((Map<String, String>) fact(facts, "settings"));
        settings.put(Setting.QUOTA, "off");
        return new Facts(
                (Path) fact(facts, "bundle"),
                (Path) fact(facts, "work"),
                (Map<String, String>) fact(facts, "credentials"),
                settings,
                (Instant) fact(facts, "now"),
                (List<String>) fact(facts, "interviews"),
                Truth.read(
                        (List<String>) fact(facts, "truth"),
                        (Map<String, String>) fact(facts, "remoteData"),
                        (List<String>) fact(facts, "interviews")),
                within,
                statuses,
                refusals,
                (IntPredicate) fact(facts, "capPages"),
                (Duration) fact(facts, "limit"));
    }

    /** The hosts and ports of all settings that are addresses, such as {@code 127.0.0.1:40123}. */
    public Set<String> authorities() {
        Set<String> authorities = new HashSet<>();
        for (String value : settings.values()) {
            if (value.startsWith("http://") || value.startsWith("https://")) {
                authorities.add(URI.create(value).getRawAuthority());
            }
        }
        return authorities;
    }

    private static Object fact(Map<String, Object> facts, String name) {
        return requireNonNull(facts.get(name), name);
    }

    @SuppressWarnings("unchecked") // as above
    private static VendorResponse response(List<Object> reply) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        ((Map<String, String>) reply.get(1))
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return VendorResponse.of((Integer) reply.get(0), headers, (byte[]) reply.get(2));
    }

    private static Filter filter(String name) {
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.text().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "within() names the filter '"
                                        + name
                                        + "'; there are "
                                        + Arrays.stream(Filter.values())
                                                .map(Filter::text)
                                                .toList()));
    }

    private static Kind kind(String name) {
        try {
            return Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "refusals() or statuses() names the kind '"
                            + name
                            + "'; there are "
                            + new ArrayList<>(List.of(Kind.values())));
        }
    }

    /** A body as it is quoted in a sentence. */
    public static String quoted(byte[] body) {
        String text = new String(body, ISO_8859_1).replaceAll("\\s+", " ").strip();
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
