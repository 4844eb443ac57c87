package io.convene.launcher.cli.doctor;

import io.convene.launcher.config.ServerConfig;
import io.convene.launcher.config.TlsIdentity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks of the port, the certificate and the vendors' hosts. */
final class NetworkChecks {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_HOSTS = 50;
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private NetworkChecks() {}

    static Diagnosis port(ServerConfig server) {
        String address = "%s:%d".formatted(server.host(), server.port());
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(server.host(), server.port()));
            return Diagnosis.ok("port", address + " is free");
        } catch (IOException e) {
            return Diagnosis.warning(
                    "port",
                    "%s cannot be listened on (%s); unless that is Convene itself, stop the other program or change server.port"
                            .formatted(address, e.getMessage()));
        }
    }

    static Optional<Diagnosis> certificate(ServerConfig server, Instant now) {
        return server.tls().map(identity -> certificate(identity, now));
    }

    private static Diagnosis certificate(TlsIdentity identity, Instant now) {
        Instant end = identity.certificates().getFirst().getNotAfter().toInstant();
        String text = "the certificate is valid until %s".formatted(end);
        if (now.isAfter(end)) {
            return Diagnosis.failed(
                    "tls", "the certificate has been invalid since %s; renew it".formatted(end));
        }
        return end.isBefore(now.plus(SOON))
                ? Diagnosis.warning("tls", text + "; renew it")
                : Diagnosis.ok("tls", text);
    }

    /** Looks up the hosts all at once; patterns such as {@code *.example.com} are left out. */
    static Diagnosis hosts(Collection<String> hosts) throws InterruptedException {
        Map<String, CompletableFuture<Boolean>> lookups = new LinkedHashMap<>();
        hosts.stream()
                .filter(host -> !host.startsWith("*"))
                .distinct()
                .sorted()
                .limit(MOST_HOSTS)
                .forEach(host ->
                        lookups.put(
                                host, CompletableFuture.supplyAsync(() -> isKnown(host), THREADS)));
        long end = System.nanoTime() + LONGEST.toNanos();
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, CompletableFuture<Boolean>> lookup : lookups.entrySet()) {
            if (!isKnown(lookup.getValue(), end - System.nanoTime())) {
                unknown.add(lookup.getKey());
            }
        }
        if (lookups.isEmpty()) {
            return Diagnosis.ok("hosts", "there is none to look up");
        }
        if (unknown.isEmpty()) {
            return Diagnosis.ok("hosts", "%d found by name".formatted(lookups.size()));
        }
        return Diagnosis.warning(
                "hosts",
                "not found by name: %s; check the DNS of this machine, unless a proxy looks them up"
                        .formatted(String.join(", ", unknown)));
    }

    private static boolean isKnown(CompletableFuture<Boolean> lookup, long nanos)
            throws InterruptedException {
        try {
            return lookup.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static boolean isKnown(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
