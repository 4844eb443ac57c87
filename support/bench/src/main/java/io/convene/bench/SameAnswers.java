package io.convene.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.convene.bench.process.Configurations;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks before the measurements that all rows do the same work: the same interviews as JSON
 * values, including remote_data, on the first and the second page, from the same number of vendor
 * calls, and a refusal for a caller without the token.
 */
final class SameAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Pages(List<JsonNode> interviews, long calls) {}

    private final Bench bench;
    private final HttpClient client;

    private SameAnswers(Bench bench, HttpClient client) {
        this.bench = bench;
        this.client = client;
    }

    /**
     * Checks those rows.
     *
     * @throws BenchException when one of them differs from the first that maps
     */
    static void check(Bench bench, List<Row> rows, VendorPage page) {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(bench.site().certificate().trusting()).build()) {
            new SameAnswers(bench, client).check(rows, page);
        } catch (IOException e) {
            throw new BenchException("an answer could not be had: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    private void check(List<Row> rows, VendorPage page) throws IOException, InterruptedException {
        List<Row> mapping = rows.stream().filter(row -> row.contender().maps()).toList();
        if (mapping.isEmpty()) {
            return;
        }
        Pages expected = pages(mapping.getFirst(), page);
        for (Row row : mapping) {
            Pages found = pages(row, page);
            for (int i = 0; i < expected.interviews().size(); i++) {
                if (!expected.interviews().get(i).equals(found.interviews().get(i))) {
                    throw new BenchException(
                            "%s answers\n%s\nwhere %s answers\n%s"
                                    .formatted(
                                            row.contender().label(),
                                            found.interviews().get(i),
                                            mapping.getFirst().contender().label(),
                                            expected.interviews().get(i)));
                }
            }
            require(
                    found.calls() == expected.calls(),
                    row,
                    found.calls() + " vendor calls, not " + expected.calls());
            require(
                    get(row.url(page), "wrong").statusCode() == 401,
                    row,
                    "an answer for a wrong token");
        }
        bench.progress(
                "the same %d interviews from all, %d vendor calls for %d pages"
                        .formatted(expected.interviews().size(), expected.calls(), 2));
    }

    private Pages pages(Row row, VendorPage page) throws IOException, InterruptedException {
        // A server may need an access token first, which is not counted; a page that needs it may
        // be.
        get(row.url(page), Configurations.TOKEN);
        long before = calls();
        JsonNode first = JSON.readTree(get(row.url(page), Configurations.TOKEN).body());
        String cursor = first.path("next_cursor").asText();
        URI next =
                URI.create(
                        row.url(page)
                                + "&next_cursor="
                                + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        JsonNode last = JSON.readTree(get(next, Configurations.TOKEN).body());
        long calls = calls() - before;

        List<JsonNode> interviews = new ArrayList<>();
        first.path("result").forEach(interviews::add);
        last.path("result").forEach(interviews::add);
        require(
                interviews.size() == 2 * page.size(),
                row,
                interviews.size() + " interviews on two pages: " + first);
        require(last.path("next_cursor").isNull(), row, "a page after the last");
        return new Pages(interviews, calls);
    }

    private long calls() throws IOException, InterruptedException {
        URI url = URI.create(bench.site().upstream(false) + "/calls");
        return Long.parseLong(
                new String(get(url, Configurations.TOKEN).body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> get(URI url, String token)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token).build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static void require(boolean holds, Row row, String what) {
        if (!holds) {
            throw new BenchException(row.contender().label() + " gives " + what);
        }
    }
}
