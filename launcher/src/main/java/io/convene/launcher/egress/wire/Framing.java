package io.convene.launcher.egress.wire;

import io.convene.launcher.egress.coding.ContentCodings;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How an answer says where its body ends. The JDK's client reads a wrong body, or waits for ever,
 * where this finds a problem.
 */
final class Framing {
    private static final String LENGTH = "Content-Length";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Framing() {}

    /** Why the end of the body is unknown; completes the sentence "The answer of that host …". */
    static Optional<String> problem(HttpHeaders headers) {
        List<String> lengths = headers.allValues(LENGTH);
        List<String> codings = headers.allValues("Transfer-Encoding");
        if (!codings.isEmpty()) {
            Optional<String> problem = problem(codings, !lengths.isEmpty());
            if (problem.isPresent()) {
                return problem;
            }
        }
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(lengths.getFirst()).matches()) {
            return Optional.of("is not proper HTTP: its Content-Length is not a number");
        }
        return lengths.stream().distinct().count() > 1
                ? Optional.of("is not proper HTTP: it has two different Content-Lengths")
                : Optional.empty();
    }

    /** The length of the body as it will be read; unknown for a coded one. */
    static OptionalLong length(HttpHeaders headers) {
        return ContentCodings.of(headers).isNone()
                ? headers.firstValueAsLong(LENGTH)
                : OptionalLong.empty();
    }

    private static Optional<String> problem(List<String> codings, boolean hasLength) {
        String all = String.join(", ", codings).strip().toLowerCase(Locale.ROOT);
        if (all.equals("identity")) {
            return Optional.empty();
        }
        if (!all.equals("chunked")) {
            return Optional.of("has a Transfer-Encoding that is not supported; only chunked is");
        }
        return hasLength
                ? Optional.of(
                        "is not proper HTTP: it has both Transfer-Encoding and Content-Length")
                : Optional.empty();
    }
}
