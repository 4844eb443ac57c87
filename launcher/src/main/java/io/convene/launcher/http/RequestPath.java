package io.convene.launcher.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request's path, read by one rule for all routes: it is cut at its slashes, then each segment is
 * percent-decoded, so that {@code %69nterviews} is {@code interviews} (<a
 * href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.2">RFC 3986, section 6.2.2.2</a>) and
 * {@code %2F} is a slash within a segment. A semicolon has no meaning of its own.
 *
 * @param segments the decoded segments, none of them empty, {@code .} or {@code ..}
 * @param endsInSlash whether a slash follows the last segment
 */
record RequestPath(List<String> segments, boolean endsInSlash) {
    private static final Pattern SCHEME_AND_HOST =
            Pattern.compile("^https?://[^/]+", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a path; empty when it has an empty segment or a dot segment, for which there is no
     * route.
     *
     * @param raw the path as it was sent, or a URI up to its path, which clients of proxies send
     * @throws IllegalArgumentException when it cannot be decoded to text without control characters
     */
    static Optional<RequestPath> of(String raw) {
        String whole = raw.startsWith("/") ? raw : SCHEME_AND_HOST.matcher(raw).replaceFirst("");
        if (!whole.startsWith("/")) {
            return Optional.empty();
        }
        boolean endsInSlash = whole.length() > 1 && whole.endsWith("/");
        String path = whole.substring(1, endsInSlash ? whole.length() - 1 : whole.length());
        List<String> segments = new ArrayList<>();
        if (whole.length() > 1) {
            for (String segment : path.split("/", -1)) {
                segments.add(decode(segment));
            }
        }
        boolean isPlain = segments.stream().noneMatch(RequestPath::isEmptyOrDots);
        return isPlain ? Optional.of(new RequestPath(segments, endsInSlash)) : Optional.empty();
    }

    private static boolean isEmptyOrDots(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    /** The decoded segment; a plus is a plus in a path. */
    private static String decode(String segment) {
        ByteBuffer decoded = ByteBuffer.allocate(segment.length());
        int at = 0;
        while (at < segment.length()) {
            char c = segment.charAt(at);
            if (c != '%') {
                decoded.put(ascii(c));
                at++;
                continue;
            }
            if (at + 2 >= segment.length()) {
                throw new IllegalArgumentException("'%' without two digits");
            }
            int high = hexadecimal(segment.charAt(at + 1));
            decoded.put((byte) (high * 16 + hexadecimal(segment.charAt(at + 2))));
            at += 3;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character");
        }
        return text;
    }

    private static byte ascii(char c) {
        if (c <= ' ' || c > '~') {
            throw new IllegalArgumentException("not percent-encoded");
        }
        return (byte) c;
    }

    private static int hexadecimal(char digit) {
        int value = digit < 128 ? Character.digit(digit, 16) : -1;
        if (value < 0) {
            throw new IllegalArgumentException("not a hexadecimal digit");
        }
        return value;
    }
}
