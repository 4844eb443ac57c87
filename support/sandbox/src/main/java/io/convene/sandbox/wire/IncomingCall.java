package io.convene.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a stand-in sees it.
 *
 * @param method the HTTP method
 * @param path the raw path below the vendor's prefix, such as {@code /v3/interviews}
 * @param rawQuery the query string as sent, without its question mark
 * @param query the same, read
 * @param headers by lower-case name
 * @param body the text sent
 * @param base where the vendor's prefix is reached, such as {@code
 *     http://127.0.0.1:8081/greenhouse}
 * @param at its time of arrival
 * @param twist the fault of the page
 */
public record IncomingCall(
        String method,
        String path,
        String rawQuery,
        QueryParameters query,
        Map<String, String> headers,
        String body,
        String base,
        Instant at,
        PageFault twist) {

    /** A user name and password. */
    public record Basic(String user, String password) {}

    /** The same call, answered with something wrong. */
    public IncomingCall twisted(PageFault wrong) {
        return new IncomingCall(method, path, rawQuery, query, headers, body, base, at, wrong);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean hasType(String mediaType) {
        return header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith(mediaType))
                .orElse(false);
    }

    public Optional<String> bearer() {
        return scheme("bearer ");
    }

    /** The Basic credentials, if they can be read. */
    public Optional<Basic> basic() {
        return scheme("basic ").flatMap(IncomingCall::decode);
    }

    private Optional<String> scheme(String scheme) {
        return header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(scheme))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static Optional<Basic> decode(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Basic(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
