package io.convene.endtoend;

import io.convene.launcher.http.Cors;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows the tests of the packaged whole which headers of answers the launcher lets scripts read.
 */
public final class KnownHeaders {
    /** Headers that every script may read (Fetch, CORS-safelisted response-header names). */
    private static final Set<String> SAFE =
            Set.of(
                    "cache-control",
                    "content-language",
                    "content-length",
                    "content-type",
                    "expires",
                    "last-modified",
                    "pragma");

    /** Headers of the transport. */
    private static final Set<String> TRANSPORT =
            Set.of(
                    "connection",
                    "content-encoding",
                    "date",
                    "trailer",
                    "transfer-encoding",
                    "vary");

    private KnownHeaders() {}

    /** Those of the names that a script could not read. */
    public static List<String> hidden(Collection<String> names) {
        Set<String> readable =
                Stream.of(SAFE, TRANSPORT, Cors.EXPOSED)
                        .flatMap(Collection::stream)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !readable.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
