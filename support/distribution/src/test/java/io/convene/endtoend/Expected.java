package io.convene.endtoend;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An answer as a page shows it: {@code HTTP/1.1 400}, headers, an empty line, and the body; or a
 * body alone, with status 200. White space between the parts of JSON does not matter, and an
 * ellipsis matches anything.
 *
 * @param headers in the order in which they are written
 * @param body without blanks that do not matter
 */
public record Expected(int status, Map<String, String> headers, String body) {
    public static final String ELLIPSIS = "…";

    /** Headers of the transport, not of the endpoint. */
    private static final Set<String> TRANSPORT =
            Set.of("connection", "content-length", "date", "transfer-encoding", "vary");

    public static Expected parse(String text) {
        if (!text.startsWith("HTTP/1.1")) {
            return new Expected(200, Map.of(), compact(text));
        }
        String[] parts = text.split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        Map<String, String> headers = new LinkedHashMap<>();
        head.stream()
                .skip(1)
                .map(line -> line.split(":", 2))
                .forEach(header -> headers.put(header[0], header[1].strip()));
        return new Expected(
                head.getFirst().length() < 12
                        ? 0
                        : Integer.parseInt(head.getFirst().substring(9, 12)),
                headers,
                compact(parts.length < 2 ? "" : parts[1]));
    }

    /** The endpoint's answer in the same form, with the headers in alphabetical order. */
    public static Expected of(Answer answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.keySet().removeIf(name -> TRANSPORT.contains(name.toLowerCase(Locale.ROOT)));
        return new Expected(answer.status(), headers, compact(answer.text()));
    }

    /** The first difference from the answer; headers that the page does not show are ignored. */
    public Optional<String> differenceTo(Answer answer) {
        Expected actual = of(answer);
        boolean same =
                status == actual.status
                        && headers.entrySet().stream()
                                .allMatch(header ->
                                        matches(header.getValue(), answer.header(header.getKey())))
                        && matches(body, actual.body);
        return same ? Optional.empty() : Optional.of("answered was\n" + actual);
    }

    /** The same, but any other header is a difference too. */
    public Optional<String> differenceToWhole(Answer answer) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(of(answer).headers);
        more.keySet().removeIf(name -> headers.keySet().stream().anyMatch(name::equalsIgnoreCase));
        return differenceTo(answer)
                .or(() -> more.isEmpty() ? Optional.empty() : Optional.of("also sent: " + more));
    }

    @Override
    public String toString() {
        String head =
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                        .collect(joining());
        return "HTTP/1.1 " + status + "\n" + head + "\n" + body;
    }

    /** Whether the text matches the written one with its ellipses. */
    public static boolean matches(String written, String actual) {
        String pattern =
                Arrays.stream(written.split(ELLIPSIS, -1))
                        .map(Pattern::quote)
                        .collect(joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
    }

    /** The text without blanks outside of JSON's strings. */
    public static String compact(String json) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inside && c == '\\') {
                out.append(c).append(json.charAt(++i));
                continue;
            }
            inside ^= c == '"';
            if (inside || !Character.isWhitespace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
