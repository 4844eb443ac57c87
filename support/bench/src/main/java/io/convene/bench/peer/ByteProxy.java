package io.convene.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limit of the stack: Convene's server, its settings and its client for vendors, the same
 * vendor calls, and the bytes passed through. Several responses are sent one after the other. A
 * caller that accepts NDJSON gets all pages of the list, as from Convene.
 */
public final class ByteProxy {
    private static final int BATCH = 50;
    private static final String LINES = "application/x-ndjson";

    private final PeerConfig config;
    private final VendorClient vendor = new VendorClient();
    private final Map<PeerConfig.PeerAccount, List<String>> batches = new ConcurrentHashMap<>();

    private ByteProxy(PeerConfig config) {
        this.config = config;
    }

    /** Serves until it is killed. Argument: the configuration. */
    public static void main(String[] arguments) throws IOException {
        // As Convene's launcher does, before the client reads it.
        System.setProperty("jdk.httpclient.bufsize", Integer.toString(8 * 1024));
        ByteProxy proxy = new ByteProxy(PeerConfig.read(Path.of(arguments[0])));
        WebServer server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .connectionOptions(options -> options.tcpNoDelay(true))
                        .useNio(false)
                        .routing(HttpRouting.builder().get("/unified/ats/interviews", proxy::copy))
                        .build()
                        .start();
        System.out.println("ready http=" + server.port());
    }

    private void copy(ServerRequest request, ServerResponse response)
            throws IOException, InterruptedException {
        Optional<PeerConfig.PeerAccount> account =
                config.account(request.query().first("integrated_account_id").orElse(""));
        if (account.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send();
            return;
        }
        int limit = Integer.parseInt(request.query().first("limit").orElse("100"));
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        if (request.headers().first(HeaderNames.ACCEPT).filter(LINES::equals).isPresent()) {
            try (OutputStream out = response.outputStream()) {
                PageStream.copy(vendor, account.get(), limit, out);
            }
        } else if (account.get().integration().equals("ashby")) {
            response.send(vendor.schedules(account.get(), limit, null).body());
        } else {
            sendAll(response, interviewsAndInterviewers(account.get(), limit));
        }
    }

    private List<byte[]> interviewsAndInterviewers(PeerConfig.PeerAccount account, int limit)
            throws IOException, InterruptedException {
        List<byte[]> parts = new ArrayList<>();
        parts.add(vendor.rows(account, "interviews?per_page=" + limit).body());
        List<CompletableFuture<HttpResponse<byte[]>>> underWay = new ArrayList<>();
        for (String batch : batches(account, parts.getFirst())) {
            underWay.add(vendor.rowsLater(account, batch));
        }
        for (CompletableFuture<HttpResponse<byte[]>> answer : underWay) {
            parts.add(answer.join().body());
        }
        return parts;
    }

    /** Read from the first page that passes: the vendor's is always the same. */
    private List<String> batches(PeerConfig.PeerAccount account, byte[] page) throws IOException {
        List<String> known = batches.get(account);
        if (known != null) {
            return known;
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode interview : new ObjectMapper().readTree(page)) {
            ids.add(interview.path("id").asText());
        }
        List<String> read = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            read.add("interviewers?per_page=500&interview_ids=" + String.join(",", batch));
        }
        batches.put(account, List.copyOf(read));
        return read;
    }

    private static void sendAll(ServerResponse response, List<byte[]> parts) throws IOException {
        int length = parts.stream().mapToInt(part -> part.length).sum();
        response.headers().set(HeaderNames.CONTENT_LENGTH, Integer.toString(length));
        try (OutputStream out = response.outputStream()) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }
}
