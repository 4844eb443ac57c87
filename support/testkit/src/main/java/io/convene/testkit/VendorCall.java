package io.convene.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the fake of a vendor sees it.
 *
 * @param method the HTTP method
 * @param path the path, percent-decoded
 * @param query the parameters by name, decoded, each with its values in order
 * @param headers by name, whatever its case
 * @param body the body as text, empty when there is none
 * @since 0.1.0
 */
public record VendorCall(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String body) {
    /** The first value of that parameter. */
    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first value of that parameter as a number, or another when it is not there. */
    public int number(String name, int otherwise) {
        return query(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** The first value of that header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
