package io.convene.endtoend.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes a query as the JavaScript library qs does unless told otherwise: indexed arrays, nested
 * objects, everything percent-encoded as RFC 3986 says.
 *
 * @see <a href="https://github.com/ljharb/qs#stringifying">qs: stringifying</a>
 */
public final class Qs {
    private Qs() {}

    /** The query for a map whose values are texts, lists and maps. */
    public static String stringify(Map<String, ?> values) {
        StringJoiner query = new StringJoiner("&");
        values.forEach((name, value) -> add(name, value, query));
        return query.toString();
    }

    private static void add(String name, Object value, StringJoiner query) {
        switch (value) {
            case Map<?, ?> members ->
                    members.forEach((key, member) -> add(name + "[" + key + "]", member, query));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    add(name + "[" + i + "]", items.get(i), query);
                }
            }
            default -> query.add(encode(name) + "=" + encode(value.toString()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
