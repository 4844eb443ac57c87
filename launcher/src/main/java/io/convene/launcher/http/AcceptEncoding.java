package io.convene.launcher.http;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The header {@code Accept-Encoding} (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110, section 12.5.3</a>).
 */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /**
     * Whether gzip is accepted and no less welcome than no compression.
     *
     * @param lines the header's values, one for each line of the request's head
     */
    static boolean prefersGzip(List<String> lines) {
        OptionalDouble gzip = OptionalDouble.empty();
        OptionalDouble identity = OptionalDouble.empty();
        OptionalDouble any = OptionalDouble.empty();
        for (HeaderPreferences.Preference preference : HeaderPreferences.parse(lines)) {
            OptionalDouble weight = OptionalDouble.of(preference.weight());
            switch (preference.value()) {
                case "gzip", "x-gzip" -> gzip = weight;
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {
                    // another coding, which is not offered
                }
            }
        }
        // A wildcard is about every coding that is not named.
        double ofGzip = gzip.orElse(any.orElse(0));
        double ofIdentity = identity.orElse(any.orElse(0));
        return ofGzip > 0 && ofGzip >= ofIdentity;
    }
}
