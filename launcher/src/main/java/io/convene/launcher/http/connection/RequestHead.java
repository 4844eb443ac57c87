package io.convene.launcher.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.http.RequestException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The head of one request, made into HTTP/1.1 where it is of another minor version, and checked for
 * the fields that decide where the request ends (RFC 9112). Everything else is left to the server.
 */
final class RequestHead {
    /** The body ends where its chunks say so; no other request follows on the connection. */
    static final long UNKNOWN = -1;

    private static final Pattern VERSION = Pattern.compile("HTTP/(\\d)\\.(\\d)");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final boolean[] TOKENS = tokens();
    private static final byte[] VERSION_1_1 = " HTTP/1.1\r\n".getBytes(ISO_8859_1);
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** The fields for which HTTP/1.0 has no rules, or another meaning. */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "keep-alive", "te", "upgrade", "expect", "proxy-connection");

    private final byte[] bytes;
    private final long body;
    private final boolean chunks;

    private record HeaderField(String name, String value, String line) {}

    private RequestHead(byte[] bytes, long body, boolean chunks) {
        this.bytes = bytes;
        this.body = body;
        this.chunks = chunks;
    }

    /** The head as the server reads it. Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    /** The length of the body; {@link #UNKNOWN} when it is sent in chunks. */
    long body() {
        return body;
    }

    /** Whether the caller understands a body in chunks. */
    boolean chunks() {
        return chunks;
    }

    /**
     * Reads a head.
     *
     * @param head the head with all its line ends, the empty line included
     * @throws RequestException when the request must not be served
     */
    static RequestHead of(byte[] head) {
        if (isPlain(head)) {
            return new RequestHead(head, 0, true);
        }
        String text = new String(head, ISO_8859_1);
        String requestLine = text.substring(0, text.indexOf("\r\n"));
        int minor = minorVersion(requestLine);
        List<HeaderField> fields =
                fields(text.substring(requestLine.length() + 2, text.length() - 2));
        long body = body(fields, minor);
        if (minor == 1 && body >= 0) {
            return new RequestHead(head, body, true);
        }
        StringBuilder out =
                new StringBuilder(text.length() + 64)
                        .append(requestLine, 0, requestLine.length() - 1)
                        .append("1\r\n");
        boolean old = minor == 0;
        Predicate<HeaderField> kept = field -> !old || !OF_ONE_CONNECTION.contains(field.name());
        fields.stream().filter(kept).forEach(field -> out.append(field.line()).append("\r\n"));
        if (old && fields.stream().noneMatch(field -> field.name().equals("host"))) {
            out.append("Host: localhost\r\n");
        }
        if (old || body == UNKNOWN) {
            out.append("Connection: close\r\n");
        }
        return new RequestHead(out.append("\r\n").toString().getBytes(ISO_8859_1), body, !old);
    }

    /** Whether a request, or an empty line before it, can begin with that byte. */
    static boolean canBegin(byte first) {
        return TOKENS[first & 0xff] || first == '\r' || first == '\n';
    }

    /**
     * Whether the head needs no change and has no body. Looks at bytes, because nearly every
     * request is plain.
     */
    private static boolean isPlain(byte[] head) {
        int at = 0;
        while (TOKENS[head[at] & 0xff]) {
            at++;
        }
        if (at == 0 || head[at] != ' ') {
            return false;
        }
        int path = ++at;
        while (head[at] > ' ' && head[at] != 0x7f) {
            at++;
        }
        int version = at + VERSION_1_1.length;
        if (at == path
                || version > head.length
                || !Arrays.equals(head, at, version, VERSION_1_1, 0, VERSION_1_1.length)) {
            return false;
        }
        at = version;
        while (head[at] != '\r') {
            int name = at;
            while (TOKENS[head[at] & 0xff]) {
                at++;
            }
            int length = at - name;
            if (length == 0
                    || head[at] != ':'
                    || length == "content-length".length()
                    || length == "transfer-encoding".length()) {
                return false;
            }
            while (head[at] != '\n') {
                at++;
            }
            at++;
        }
        return true;
    }

    private static int minorVersion(String requestLine) {
        String[] parts = requestLine.split(" ", -1);
        if (parts.length != 3 || !TOKEN.matcher(parts[0]).matches() || parts[1].isEmpty()) {
            throw bad("The request line must be a method, a path and HTTP/1.1, one space between.");
        }
        if (parts[1].chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw bad("The request's path has control characters; percent-encode them.");
        }
        var version = VERSION.matcher(parts[2]);
        if (!version.matches()) {
            throw bad("The request line must end with HTTP/1.1.");
        }
        if (!version.group(1).equals("1")) {
            throw HeadRefusal.of(
                    505, "This version of HTTP is not supported here; use HTTP/1.1 or HTTP/2.");
        }
        return Integer.parseInt(version.group(2));
    }

    private static List<HeaderField> fields(String lines) {
        List<HeaderField> fields = new ArrayList<>();
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf("\r\n", start);
            String line = lines.substring(start, end);
            int colon = line.indexOf(':');
            if (colon <= 0 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw bad(
                        "A header line must be a name, a colon and a value, without a space"
                                + " before the colon.");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            fields.add(new HeaderField(name, line.substring(colon + 1).strip(), line));
            start = end + 2;
        }
        return fields;
    }

    private static long body(List<HeaderField> fields, int minor) {
        List<HeaderField> lengths = named(fields, "content-length");
        boolean coded = !named(fields, "transfer-encoding").isEmpty();
        if (coded && (!lengths.isEmpty() || minor == 0)) {
            throw bad("The length of the request's body is ambiguous; send no Transfer-Encoding.");
        }
        if (coded) {
            return UNKNOWN;
        }
        if (lengths.isEmpty()) {
            return 0;
        }
        String length = lengths.getFirst().value();
        if (lengths.size() > 1 || !LENGTH.matcher(length).matches()) {
            throw bad("The request's Content-Length must be one number; GET requests need none.");
        }
        return Long.parseLong(length);
    }

    private static List<HeaderField> named(List<HeaderField> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    private static boolean[] tokens() {
        boolean[] tokens = new boolean[256];
        for (char c = 0; c < tokens.length; c++) {
            tokens[c] = TOKEN.matcher(String.valueOf(c)).matches();
        }
        return tokens;
    }

    private static RequestException bad(String sentence) {
        return HeadRefusal.of(400, sentence);
    }
}
