package io.convene.endtoend.replacement;

import io.convene.endtoend.Site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Callers that list interviews again and again, until they are told to stop. */
final class ListLoad implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<Result>> callers = new ArrayList<>();
    private final HttpRequest request;
    private volatile boolean stopped;

    /**
     * What the callers saw.
     *
     * @param nanos how long each request took
     * @param failures the answers that were not a list, and the requests without an answer
     */
    record Result(List<Long> nanos, List<String> failures) {
        /** The time below which 99 of 100 requests took, in milliseconds. */
        double p99Millis() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) (sorted.length * 0.99)] / 1e6;
        }

        @Override
        public String toString() {
            return "%d requests, p99 %.1f ms, %d failures"
                    .formatted(nanos.size(), p99Millis(), failures.size());
        }
    }

    /** Begins to list the account's interviews over so many connections. */
    ListLoad(Site site, String account, int connections) {
        request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/unified/ats/interviews?integrated_account_id=%s&limit=20"
                                                .formatted(site.port(), site.account(account))))
                        .header("Authorization", "Bearer " + Site.TOKEN)
                        .build();
        for (int i = 0; i < connections; i++) {
            callers.add(threads.submit(this::call));
        }
    }

    /** Stops the callers, after the requests under way. */
    Result stop() throws Exception {
        stopped = true;
        Result all = new Result(new ArrayList<>(), new ArrayList<>());
        for (Future<Result> caller : callers) {
            Result one = caller.get(1, TimeUnit.MINUTES);
            all.nanos().addAll(one.nanos());
            all.failures().addAll(one.failures());
        }
        return all;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
        client.shutdownNow();
    }

    private Result call() throws InterruptedException {
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        while (!stopped) {
            long begin = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().startsWith("{\"result\":[{")) {
                    result.failures().add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                result.failures().add(e + " " + Arrays.toString(e.getSuppressed()));
            }
            result.nanos().add(System.nanoTime() - begin);
        }
        return result;
    }
}
