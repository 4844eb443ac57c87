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

/** A vendor's answer, complete and of any status. Belongs to one request. */
public final class VendorResponse {
    private static final int QUOTED = 200;
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

    /** An answer with those parts; the bytes are not copied and must not change. */
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

    /** The first value of that header, whatever its case. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All values of that header, whatever its case. */
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
     * The body as JSON. A byte order mark in front of it is skipped.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when it is not one JSON document
     */
    public Item json() {
        if (json == null) {
            try {
                json = Item.parse(body);
            } catch (JsonException e) {
                throw new VendorException(
                        VendorException.Kind.UNUSABLE_ANSWER,
                        "The vendor's answer (HTTP "
                                + status
                                + ") is not JSON: "
                                + e.getMessage()
                                + ".");
            }
        }
        return json;
    }

    /** The body as JSON, absent when it is none: for error bodies. */
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
     * The failure that the HTTP status stands for where a vendor has nothing special: 401 bad
     * credentials, 403 not allowed, 404 not found, 429 rate limited, other 4xx rejected, 5xx
     * unavailable, all else unusable.
     *
     * @param words the vendor's own words, or empty to quote the beginning of the body
     */
    public VendorException failure(String words) {
        String quoted = words.isBlank() ? text().strip() : words.strip();
        String cut = quoted.length() > QUOTED ? quoted.substring(0, QUOTED) + "…" : quoted;
        String message = "The vendor answered HTTP " + status + (cut.isEmpty() ? "." : ": " + cut);
        return switch (status) {
            case 401 -> new VendorException(VendorException.Kind.BAD_CREDENTIALS, message);
            case 403 -> new VendorException(VendorException.Kind.NOT_ALLOWED, message);
            case 404 -> new VendorException(VendorException.Kind.NOT_FOUND, message);
            case 429 -> VendorException.rateLimited(message, retryAfter());
            default -> {
                if (status >= 400 && status < 500) {
                    yield new VendorException(VendorException.Kind.REJECTED, message);
                }
                yield new VendorException(
                        status >= 500
                                ? VendorException.Kind.UNAVAILABLE
                                : VendorException.Kind.UNUSABLE_ANSWER,
                        message);
            }
        };
    }
}
