package io.convene.core.spi;

import io.convene.core.Item;
import io.convene.core.JsonException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A vendor's answer of any status. The host has decoded its {@code Content-Encoding} and followed
 * its redirects. Belongs to one request; not thread-safe, as {@link #json()} keeps the parsed
 * document.
 *
 * <p>The body is complete, with one exception: for the format {@code stream} of the endpoint,
 * {@link Listing#page} also sees a body that the host cut off and closed.
 *
 * @since 1.0.0
 */
public final class VendorResponse {
    private static final List<String> ABOUT_THE_REQUEST =
            List.of("grant_type", "invalid_request", "invalid_scope");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private @Nullable Item json;

    private VendorResponse(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Makes an answer. The host does it, and so do the tests of bundles.
     *
     * @param status the HTTP status
     * @param headers all values of each header
     * @param body the bytes, which are not copied and must not change
     * @return the answer
     */
    public static VendorResponse of(int status, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new VendorResponse(status, byName, body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the status is one of success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * Finds a header.
     *
     * @param name its name, in any case
     * @return its first value; empty when the vendor did not send it
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * Finds a header that may be repeated.
     *
     * @param name its name, in any case
     * @return all its values; empty when the vendor did not send it
     */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** All headers by name, whatever their case. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The body's bytes. Not a copy. */
    public byte[] bytes() {
        return body;
    }

    /** The body as text of UTF-8, without a byte order mark in front of it. */
    public String text() {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * The body as JSON, parsed once. A byte order mark in front of it is skipped.
     *
     * @return the document
     * @throws VendorException of kind UNUSABLE_ANSWER when it is not one JSON document
     */
    public Item json() {
        if (json == null) {
            try {
                json = Item.parse(body);
            } catch (JsonException e) {
                throw VendorException.unusable(
                        "The vendor's answer (HTTP %d) is not JSON: %s."
                                .formatted(status, e.getMessage()));
            }
        }
        return json;
    }

    /** The body as JSON, absent when it is not JSON: for the bodies of errors. */
    public Item jsonIfAny() {
        try {
            return json();
        } catch (VendorException e) {
            return Item.absent();
        }
    }

    /** The seconds in {@code Retry-After}, if the vendor sent them. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /**
     * Whether the answer to a token request of OAuth refuses the client itself: 401 does, and so
     * does 400 in words that are not about the request. A page of HTML has no words and says
     * nothing of the client.
     *
     * @param words the vendor's own words; empty when it has none
     * @return true when the credentials are wrong
     */
    public boolean refusesClient(String words) {
        return status == 401
                || (status == 400
                        && !words.isBlank()
                        && ABOUT_THE_REQUEST.stream().noneMatch(words::contains));
    }

    /**
     * The failure that the HTTP status usually means: 401 bad credentials, 403 not allowed, 404 not
     * found, 429 rate limited, other 4xx rejected, 5xx unavailable, all else unusable.
     *
     * @param words the vendor's own words, or empty to quote the beginning of the body
     * @return the failure, to be thrown
     */
    public VendorException failure(String words) {
        String quoted = VendorWords.cut(words.isBlank() ? text() : words);
        String message =
                quoted.isEmpty()
                        ? "The vendor answered HTTP %d.".formatted(status)
                        : "The vendor answered HTTP %d: %s".formatted(status, quoted);
        return status == 429
                ? VendorException.rateLimited(message, retryAfter())
                : new VendorException(kind(), message);
    }

    private VendorException.Kind kind() {
        return switch (status) {
            case 401 -> VendorException.Kind.BAD_CREDENTIALS;
            case 403 -> VendorException.Kind.NOT_ALLOWED;
            case 404 -> VendorException.Kind.NOT_FOUND;
            default -> {
                if (status >= 500) {
                    yield VendorException.Kind.UNAVAILABLE;
                }
                yield status >= 400
                        ? VendorException.Kind.REJECTED
                        : VendorException.Kind.UNUSABLE_ANSWER;
            }
        };
    }
}
