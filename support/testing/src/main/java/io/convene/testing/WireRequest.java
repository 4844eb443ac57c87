package io.convene.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as a {@link WireServer} received it.
 *
 * @param method the HTTP method
 * @param target the path and query as they came
 * @param headers the last value of each header, found whatever its case
 * @param body the body as text, empty when there is none
 * @param connection the number of the connection it came on, from 1
 * @since 1.0.0
 */
public record WireRequest(
        String method, String target, Map<String, String> headers, String body, int connection) {
    /** The value of that header, empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The target without its query. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    /**
     * Reads one line of a message's head.
     *
     * @param in where it is read from, byte by byte
     * @return the line without its end
     * @throws EOFException when the stream ends first
     * @throws IOException when the stream fails
     */
    public static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static WireRequest read(InputStream in, int connection) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(": ?", 2);
            headers.put(header[0], header[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), UTF_8);
        return new WireRequest(
                first[0], first[1], Collections.unmodifiableMap(headers), body, connection);
    }
}
