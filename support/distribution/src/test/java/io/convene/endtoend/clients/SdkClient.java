package io.convene.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A client with the habits of one of the original's SDKs: how it writes a query, which headers it
 * sends, when it gives up, when it tries again, and where it takes a list to end.
 */
enum SdkClient {
    /**
     * Writes queries with qs, asks for the first page with an empty cursor, stops where there is no
     * cursor, and tries again three times.
     */
    TYPE_SCRIPT {
        @Override
        String query(Map<String, Object> parameters, String cursor) {
            Map<String, Object> all = new LinkedHashMap<>(parameters);
            all.put("next_cursor", cursor);
            return Qs.stringify(all);
        }

        @Override
        boolean isLast(int items, String cursor) {
            return cursor.isEmpty();
        }

        @Override
        boolean triesAgain(int status, int tries) {
            return RETRIED.contains(status) && tries < 3;
        }
    },

    /**
     * Writes arrays with empty brackets and tuples by repeating the bare name, asks for the first
     * page without a cursor, takes an empty page for the end, and never tries again.
     */
    PYTHON {
        @Override
        String query(Map<String, Object> parameters, String cursor) {
            StringJoiner query = new StringJoiner("&");
            parameters.forEach((name, value) -> add(name, value, query));
            if (!cursor.isEmpty()) {
                add("next_cursor", cursor, query);
            }
            return query.toString();
        }

        @Override
        boolean isLast(int items, String cursor) {
            return items == 0 || cursor.isEmpty();
        }

        @Override
        boolean triesAgain(int status, int tries) {
            return false;
        }
    };

    /** A list that Python's SDK was given as a tuple. */
    record Tuple(List<String> values) {}

    private static final List<Integer> RETRIED = List.of(408, 409, 425, 429, 502, 503, 504);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_PAGES = 1_000;

    abstract String query(Map<String, Object> parameters, String cursor);

    abstract boolean isLast(int items, String cursor);

    abstract boolean triesAgain(int status, int tries);

    /** The ids of all interviews that the SDK finds. */
    List<String> ids(HttpClient client, Site site, Map<String, Object> parameters)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Item answer = page(client, site, query(parameters, cursor));
            List<Item> result = answer.each("result");
            result.forEach(interview -> ids.add(interview.text("id").string()));
            cursor = answer.text("next_cursor").optional().orElse("");
            if (isLast(result.size(), cursor)) {
                return ids;
            }
        }
        throw new AssertionError(parameters + " has no end");
    }

    private Item page(HttpClient client, Site site, String query)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/unified/ats/interviews?%s"
                                                .formatted(site.port(), query)))
                        .header("Authorization", "Bearer " + Site.TOKEN)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .timeout(TIMEOUT)
                        .build();
        for (int tries = 0; ; tries++) {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (!triesAgain(response.statusCode(), tries)) {
                assertThat(response.statusCode())
                        .as(() -> query + ": " + new String(response.body(), UTF_8))
                        .isEqualTo(200);
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .contains("json");
                return Item.parse(response.body());
            }
            if (response.statusCode() == 429) {
                String seconds = response.headers().firstValue("Retry-After").orElse("10");
                Thread.sleep(Duration.ofSeconds(Integer.parseInt(seconds)));
            }
        }
    }

    private static void add(String name, Object value, StringJoiner query) {
        switch (value) {
            case Map<?, ?> members ->
                    members.forEach((key, member) -> add(name + "[" + key + "]", member, query));
            case List<?> items -> items.forEach(item -> add(name + "[]", item, query));
            case Tuple(List<String> values) -> values.forEach(item -> add(name, item, query));
            default ->
                    query.add(
                            URLEncoder.encode(name, UTF_8)
                                    + "="
                                    + URLEncoder.encode(value.toString(), UTF_8));
        }
    }
}
