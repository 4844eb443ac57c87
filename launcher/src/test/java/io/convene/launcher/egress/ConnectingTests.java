package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.config.TestCertificate;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.host.NameLookup;
import io.convene.launcher.egress.host.Network;
import io.convene.launcher.egress.host.Proxies;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.Scrape;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connections that a vendor or a proxy does not establish in time. */
@Timeout(60)
class ConnectingTests {
    private static final int CONNECT_MILLIS = 400;
    private static final int LONGER_MILLIS = 1_500;
    private static final NameLookup LOOPBACK = host -> InetAddress.getLoopbackAddress();

    private final Metrics metrics = new Metrics();
    private final List<Socket> filling = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : filling) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void endWhenNothingAcceptsThem(String scheme) throws IOException {
        try (ServerSocket full = listener(1);
                Egress egress = egress(Map.of())) {
            fill(full);

            assertUnaccepted(
                    egress,
                    VendorRequest.get(scheme + "://127.0.0.1:" + full.getLocalPort() + "/x"),
                    "127.0.0.1");
            assertUnaccepted(
                    egress,
                    VendorRequest.post(scheme + "://127.0.0.1:" + full.getLocalPort() + "/x")
                            .json("a", 1),
                    "127.0.0.1");
            assertThat(unreachable()).isEqualTo(2);
        }
    }

    @Test
    void endWhenTheTlsHandshakeIsNotAnswered() throws IOException {
        try (ServerSocket mute = listener(10);
                Egress egress = egress(Map.of())) {
            assertUnaccepted(
                    egress,
                    VendorRequest.get("https://127.0.0.1:" + mute.getLocalPort() + "/x"),
                    "127.0.0.1");

            assertIsEnded(mute);
        }
    }

    @Test
    void endWhenAProxyOpensNoTunnel() throws IOException {
        try (ServerSocket mute = listener(10);
                Egress egress =
                        egress(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + mute.getLocalPort()))) {
            assertUnaccepted(
                    egress,
                    VendorRequest.get("https://vendor.test/x"),
                    "vendor.test (through the proxy 127.0.0.1:%d)".formatted(mute.getLocalPort()));

            assertIsEnded(mute);
        }
    }

    @Test
    void areNotToBlameForASlowAnswer() throws IOException {
        try (WireServer slow =
                        WireServer.start((request, wire) -> {
                            Thread.sleep(LONGER_MILLIS);
                            wire.reply(200, "{}");
                        });
                Egress egress = egress(Map.of())) {
            assertThat(send(egress, VendorRequest.get(slow.url() + "/new"))).isEqualTo(200);
            assertThat(send(egress, VendorRequest.get(slow.url() + "/kept"))).isEqualTo(200);
            assertThat(send(egress, VendorRequest.post(slow.url() + "/kept").json("a", 1)))
                    .isEqualTo(200);

            assertThat(slow.connections()).isEqualTo(1);
        }
    }

    @Test
    void thatFailInTheTlsHandshakeAreCounted(@TempDir Path folder) throws IOException {
        TestCertificate untrusted = TestCertificate.make(folder, "EC");
        try (WireServer plain = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                WireServer tls =
                        WireServer.start(
                                (request, wire) -> wire.reply(200, "{}"),
                                untrusted.serving().getServerSocketFactory());
                Egress egress = egress(Map.of())) {
            for (WireServer vendor : List.of(plain, tls)) {
                failure(
                        Kind.UNAVAILABLE,
                        () -> send(egress, VendorRequest.get("https://" + vendor.host() + "/x")));
            }

            assertThat(unreachable()).isEqualTo(2);
        }
    }

    private static void assertUnaccepted(
            Egress egress, VendorRequest.Builder request, String host) {
        assertThat(failure(Kind.UNAVAILABLE, () -> send(egress, request)))
                .hasMessage("%s accepted no connection within %d ms.", host, CONNECT_MILLIS);
    }

    /** Reads what came until the client has closed the connection. */
    private static void assertIsEnded(ServerSocket listener) throws IOException {
        try (Socket socket = listener.accept()) {
            socket.setSoTimeout(20_000);
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    private double unreachable() {
        return Scrape.of(metrics)
                .value(
                        "convene_vendor_calls_total",
                        "integration",
                        "testing",
                        "outcome",
                        "unreachable");
    }

    private static int send(Egress egress, VendorRequest.Builder request) {
        return egress.connect(
                        Fixture.account("a1", Fixture.CREDENTIALS, Map.of()),
                        TestProvider.with(BY_KEY),
                        Deadline.in(Duration.ofSeconds(30)),
                        20)
                .send(request.build())
                .status();
    }

    private Egress egress(Map<String, String> environment) {
        return Egress.of(
                EgressConfig.allowing(Set.of("vendor.test", "127.0.0.1"))
                        .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
                        .resilience(Resilience.defaults().repeating(0, Duration.ZERO))
                        .network(new Network(Proxies.of(environment), LOOPBACK)),
                metrics);
    }

    private static ServerSocket listener(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.ofLiteral("127.0.0.1"));
    }

    /** Connects until the system accepts no further connection for the listener. */
    private void fill(ServerSocket listener) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        while (true) {
            Socket socket = new Socket();
            filling.add(socket);
            try {
                socket.connect(address, CONNECT_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }
}
