package io.convene.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.convene.bench.load.VendorCalls;
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
import java.util.List;

/** What replicas share, and what each has of its own. */
final class ReplicaChecks {
    private static final int QUOTA = 10;

    /** The same keys for cursors, and a quota for the account with the page of 10. */
    static final String OPTIONS =
            "-Dapi.cursor-keys=the-same-on-every-replica-of-the-benchmark"
                    + " -Daccounts.0.settings.quota=%d/PT1H".formatted(QUOTA);

    private static final VendorPage PAGE = new VendorPage("ashby", 100);
    private static final VendorPage LIMITED = new VendorPage("ashby", 10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplicaChecks() {}

    /**
     * Continues a list at another replica, and uses up a quota at each.
     *
     * @return the findings as lines
     * @throws BenchException when a replica does not continue the list
     */
    static String check(Bench bench, List<Row> replicas) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            requireSameSecondPage(client, replicas);
            return "- A list that one replica begins is continued by the other, from the cursor alone.\n"
                    + "- Calls to the vendor under a quota of %d: **%d** from two replicas."
                            .formatted(QUOTA, calls(bench, client, replicas));
        } catch (IOException e) {
            throw new BenchException("a replica does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    private static void requireSameSecondPage(HttpClient client, List<Row> replicas)
            throws IOException, InterruptedException {
        JsonNode first = JSON.readTree(get(client, replicas.getFirst().url(PAGE)).body());
        String next =
                "&next_cursor="
                        + URLEncoder.encode(
                                first.path("next_cursor").asText(), StandardCharsets.UTF_8);
        JsonNode own = page(client, replicas.getFirst(), next);
        JsonNode other = page(client, replicas.getLast(), next);
        if (own.size() != PAGE.size() || !own.equals(other)) {
            throw new BenchException(
                    "a cursor gives %d interviews, and %d at another replica"
                            .formatted(own.size(), other.size()));
        }
    }

    private static JsonNode page(HttpClient client, Row row, String next)
            throws IOException, InterruptedException {
        URI url = URI.create(row.url(PAGE) + next);
        return JSON.readTree(get(client, url).body()).path("result");
    }

    private static long calls(Bench bench, HttpClient client, List<Row> replicas)
            throws IOException, InterruptedException {
        try (VendorCalls calls = new VendorCalls(bench.site().upstream(false))) {
            long before = calls.count();
            for (Row row : replicas) {
                for (int i = 0; i < 2 * QUOTA; i++) {
                    get(client, row.url(LIMITED));
                }
            }
            return calls.count() - before;
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, URI url)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .header("Authorization", "Bearer " + Configurations.TOKEN)
                        .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
