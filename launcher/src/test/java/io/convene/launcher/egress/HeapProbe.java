package io.convene.launcher.egress;

import com.sun.management.HotSpotDiagnosticMXBean;

import io.convene.core.spi.VendorRequest;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.time.Deadline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process that calls a vendor, forgets everything but its connections, and writes its heap into a
 * file. Its secrets are known to it and to the vendor alone.
 */
final class HeapProbe {
    private static final int CALLS = 4;

    private HeapProbe() {}

    /**
     * Arguments: the client ({@code ours}, or {@code connectTimeout} for the JDK's with that
     * setting), the vendor's URL and the file.
     */
    public static void main(String[] arguments) throws Exception {
        String url = arguments[1];
        if (arguments[0].equals("ours")) {
            try (Egress egress =
                    Egress.of(EgressConfig.allowing(Set.of(URI.create(url).getAuthority())))) {
                onThreadsThatEnd(() -> send(egress, url));
                dump(arguments[2]);
            }
        } else {
            try (HttpClient client =
                    HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build()) {
                onThreadsThatEnd(() -> send(client, url));
                dump(arguments[2]);
                client.shutdownNow();
            }
        }
    }

    private static void send(Egress egress, String url) {
        Account account =
                new Account(
                        UUID.randomUUID().toString(),
                        "acme",
                        "testing",
                        Optional.empty(),
                        Map.of("api_key", secret()),
                        Map.of());
        AccountVendor vendor =
                egress.connect(
                        account,
                        TestProvider.with(TestProvider.BY_KEY),
                        Deadline.in(Duration.ofSeconds(30)),
                        20);
        vendor.send(VendorRequest.get(url + "/get").build());
        vendor.send(VendorRequest.post(url + "/post").json("a", "b").build());
    }

    private static void send(HttpClient client, String url)
            throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create(url)).header("X-Key", secret()).build(),
                BodyHandlers.ofByteArray());
    }

    private static String secret() {
        return "secret-" + UUID.randomUUID();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** No frame of a living thread may hold anything of a call. */
    private static void onThreadsThatEnd(Work work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?>[] calls = new Future<?>[CALLS];
            for (int i = 0; i < CALLS; i++) {
                calls[i] =
                        threads.submit(() -> {
                            work.run();
                            return "";
                        });
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }

    private static void dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
    }
}
