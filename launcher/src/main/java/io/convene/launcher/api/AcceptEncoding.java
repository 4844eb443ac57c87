package io.convene.launcher.api;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The header {@code Accept-Encoding} (RFC 9110, section 12.5.3). What cannot be read accepts
 * nothing.
 */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether gzip is accepted and no less welcome than no compression. */
    static boolean prefersGzip(List<String> headers) {
        OptionalDouble gzip = OptionalDouble.empty();
        OptionalDouble any = OptionalDouble.empty();
        double identity = 0;
        for (String part : String.join(",", headers).toLowerCase(Locale.ROOT).split(",", 32)) {
            int end = part.indexOf(';');
            double weight = end < 0 ? 1 : weight(part.substring(end + 1).strip());
            switch (end < 0 ? part.strip() : part.substring(0, end).strip()) {
                case "gzip", "x-gzip" -> gzip = OptionalDouble.of(weight);
                case "identity" -> identity = weight;
                case "*" -> any = OptionalDouble.of(weight);
                default -> {
                    // another coding, which is not offered
                }
            }
        }
        double weight = gzip.orElse(any.orElse(0));
        return weight > 0 && weight >= identity;
    }

    private static double weight(String parameter) {
        return parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(parameter.substring(2))
                : 0;
    }
}
