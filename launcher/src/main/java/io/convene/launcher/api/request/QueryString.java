package io.convene.launcher.api.request;

import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A query in bracket syntax: {@code a=b}, {@code a[b]=c}, {@code a[]=x}, {@code a[0]=x},
 * percent-encoded or not.
 */
final class QueryString {
    /**
     * One parameter.
     *
     * @param name the text before the first bracket
     * @param keys the texts in the brackets, empty ones included
     * @param value the decoded value, which may be empty
     */
    record Parameter(String name, List<String> keys, String value) {
        /** The parameter as the caller wrote it, such as {@code created_at[gte]}. */
        String label() {
            StringBuilder label = new StringBuilder(name);
            keys.forEach(key -> label.append('[').append(key).append(']'));
            return label.toString();
        }
    }

    /**
     * Deeper than anything a caller means, and than any code of ours can count on the stack for.
     */
    private static final int MOST_KEYS = 16;

    private QueryString() {}

    /**
     * The parameters in their order.
     *
     * @throws ApiException with 400 when the query cannot be read, naming the parameter at fault
     */
    static List<Parameter> parse(String raw) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty() || pair.equals("=")) {
                continue;
            }
            int equals = pair.indexOf('=');
            String encoded = equals < 0 ? pair : pair.substring(0, equals);
            String label =
                    decode(
                            encoded,
                            () -> "the parameter name '%s'".formatted(QuotedText.cut(encoded)));
            String value =
                    decode(
                            equals < 0 ? "" : pair.substring(equals + 1),
                            () -> "the value of '%s'".formatted(QuotedText.cut(label)));
            parameters.add(parameter(label, value));
        }
        return parameters;
    }

    private static Parameter parameter(String label, String value) {
        int bracket = label.indexOf('[');
        String name = bracket < 0 ? label : label.substring(0, bracket);
        if (name.isEmpty()) {
            throw new ApiException(
                    400,
                    "The parameter '%s' has no name; write it like created_at[gte]=2026-03-02."
                            .formatted(QuotedText.cut(label + "=" + value)));
        }
        if (name.indexOf(']') >= 0) {
            throw unbalanced(label);
        }
        List<String> keys = new ArrayList<>();
        int at = name.length();
        while (at < label.length()) {
            int close = label.indexOf(']', at);
            if (label.charAt(at) != '['
                    || close < 0
                    || label.substring(at + 1, close).indexOf('[') >= 0) {
                throw unbalanced(label);
            }
            if (keys.size() == MOST_KEYS) {
                throw new ApiException(
                        400,
                        "The parameter name '%s' has more than %d brackets; write it like created_at[gte]."
                                .formatted(QuotedText.cut(label), MOST_KEYS));
            }
            keys.add(label.substring(at + 1, close));
            at = close + 1;
        }
        return new Parameter(name, List.copyOf(keys), value);
    }

    private static ApiException unbalanced(String label) {
        return new ApiException(
                400,
                "The parameter name '%s' has unbalanced brackets; write it like created_at[gte]."
                        .formatted(QuotedText.cut(label)));
    }

    /**
     * Decodes a name or a value.
     *
     * @param what its name, for the sentence that refuses it
     */
    private static String decode(String encoded, Supplier<String> what) {
        return isPlain(encoded) ? encoded : decoded(encoded, what);
    }

    /** Whether every character stays as it is, as in most texts. */
    private static boolean isPlain(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character < ' ' || character > '~' || character == '+' || character == '%') {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String encoded, Supplier<String> what) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '+') {
                decoded.put((byte) ' ');
            } else if (b == '%') {
                int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new ApiException(
                            400,
                            "In %s, a '%%' must be followed by two hexadecimal digits; write a literal '%%' as %%25."
                                    .formatted(what.get()));
                }
                decoded.put((byte) (high * 16 + low));
                i += 2;
            } else {
                decoded.put(b);
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new ApiException(
                    400,
                    "In %s, the percent-encoded bytes are not UTF-8; encode them as UTF-8."
                            .formatted(what.get()));
        }
        if (text.chars().anyMatch(character -> character < ' ')) {
            throw new ApiException(
                    400,
                    "In %s, there is a control character, such as %%0A; leave it out."
                            .formatted(what.get()));
        }
        return text;
    }
}
