package io.convene.launcher.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A query in bracket syntax: {@code a=b}, {@code a[b]=c}, {@code a[]=x}, {@code a[0]=x},
 * percent-encoded or not.
 */
final class QueryString {
    /**
     * One parameter.
     *
     * @param name what stands before the first bracket
     * @param keys what stands in the brackets, empty texts included
     * @param value the decoded value
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
     * The parameters in their order; those with an empty value count as absent and are left out.
     *
     * @throws ApiException with 400 when the query cannot be read
     */
    static List<Parameter> parse(String raw) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String label = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if ((label + value).chars().anyMatch(character -> character < ' ')) {
                throw new ApiException(
                        400, "The query has a control character, such as %0A; leave it out.");
            }
            if (!value.isEmpty()) {
                parameters.add(parameter(label, value));
            }
        }
        return parameters;
    }

    private static Parameter parameter(String label, String value) {
        int bracket = label.indexOf('[');
        if (bracket < 0) {
            return new Parameter(label, List.of(), value);
        }
        List<String> keys = new ArrayList<>();
        int at = bracket;
        while (at < label.length()) {
            int close = label.indexOf(']', at);
            if (label.charAt(at) != '['
                    || close < 0
                    || label.substring(at + 1, close).indexOf('[') >= 0) {
                throw new ApiException(
                        400,
                        "The parameter name '"
                                + Quoted.cut(label)
                                + "' has unbalanced brackets; write it like created_at[gte].");
            }
            if (keys.size() == MOST_KEYS) {
                throw new ApiException(
                        400,
                        "The parameter name '"
                                + Quoted.cut(label)
                                + "' has more than "
                                + MOST_KEYS
                                + " brackets; write it like created_at[gte].");
            }
            keys.add(label.substring(at + 1, close));
            at = close + 1;
        }
        return new Parameter(label.substring(0, bracket), List.copyOf(keys), value);
    }

    private static String decode(String encoded) {
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
                            "The query has a '%' that no two hexadecimal digits follow; write a plain '%' as %25.");
                }
                decoded.put((byte) (high * 16 + low));
                i += 2;
            } else {
                decoded.put(b);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new ApiException(
                    400, "The query is not UTF-8 once percent-decoded; encode it as UTF-8.");
        }
    }
}
