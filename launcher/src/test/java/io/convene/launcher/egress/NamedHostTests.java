package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.config.TestCertificate;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.host.NameLookup;
import io.convene.launcher.egress.host.Network;
import io.convene.launcher.egress.host.Proxies;
import io.convene.launcher.egress.wire.NamedTls;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;
import io.convene.testing.WireServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Hosts whose names have underscores. */
@Timeout(60)
class NamedHostTests {
    private static final NameLookup LOOPBACK = host -> InetAddress.getByName("127.0.0.1");

    @ParameterizedTest
    @ValueSource(strings = {"my_vendor", "mock_ats.internal", "_a.b_c.example.com", "x_"})
    void isAskedOverHttp(String host) throws IOException {
        try (WireServer vendor = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                Egress egress = egress(LOOPBACK)) {
            String authority = host + ":" + vendor.port();
            AccountVendor account = connect(egress);
            VendorRequest request =
                    VendorRequest.get("http://" + authority + "/a%20b").query("q", "x y&z").build();

            assertThat(account.send(request).status()).isEqualTo(200);

            WireRequest received = vendor.received().getFirst();
            assertThat(received.target()).isEqualTo("/a%20b?q=x%20y%26z");
            assertThat(received.header("Host")).isEqualTo(authority);
            assertThat(received.header("X-Key")).isEqualTo("key-5ecret");
            assertThat(account.calls().getFirst().url()).startsWith("http://" + authority + "/");
        }
    }

    @Test
    void followsRedirectsWithinTheHostAlone() throws IOException {
        try (WireServer vendor = WireServer.start(NamedHostTests::redirect);
                Egress egress = egress(LOOPBACK)) {
            String base = "http://my_vendor:" + vendor.port();

            assertThat(send(egress, base + "/list").text()).isEqualTo("there");
            assertThat(failure(Kind.UNUSABLE_ANSWER, () -> send(egress, base + "/away")))
                    .hasMessageContaining(
                            "http://my_vendor:%d redirects to http://other_vendor"
                                    .formatted(vendor.port()));
            assertThat(vendor.received("/list/")).hasSize(1);
        }
    }

    private static void redirect(WireRequest request, WireConnection wire) throws IOException {
        switch (request.path()) {
            case "/list" -> wire.reply(302, "", "Location: /list/");
            case "/away" -> wire.reply(302, "", "Location: http://other_vendor/x");
            default -> wire.reply(200, "there");
        }
    }

    // A server of the JDK refuses such names in TLS, unlike others: hence both halves apart.
    @Test
    void tellsItsNameInTheBeginningOfTls() throws Exception {
        CompletableFuture<String> hello = new CompletableFuture<>();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Egress egress = egress(LOOPBACK)) {
            Thread.ofVirtual().start(() -> hello.complete(firstBytes(server)));
            String url = "https://my_tenant.example.test:" + server.getLocalPort() + "/list";
            failure(Kind.UNAVAILABLE, () -> send(egress, url));
        }
        assertThat(hello.get(30, TimeUnit.SECONDS)).contains("my_tenant.example.test");
    }

    private static String firstBytes(ServerSocket server) {
        try (Socket socket = server.accept()) {
            byte[] bytes = new byte[16 * 1024];
            int length = socket.getInputStream().read(bytes);
            // The client repeats a GET whose connection ended, which is refused then.
            server.close();
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void trustsACertificateForItAlone(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "EC", "dns:*.example.test");
        try (WireServer vendor =
                WireServer.start(
                        (request, wire) -> wire.reply(200, "{}"),
                        certificate.serving().getServerSocketFactory())) {
            SSLContext untrusting = NamedTls.context("my_tenant.example.test");
            assertThatThrownBy(() -> handshake(untrusting, vendor))
                    .isInstanceOf(SSLException.class);
            trusting(
                    folder.resolve("EC.p12"),
                    () -> {
                        handshake(NamedTls.context("my_tenant.example.test"), vendor);
                        for (String other : List.of("my_tenant.other.test", "a_b.c.example.test")) {
                            assertThatThrownBy(() -> handshake(NamedTls.context(other), vendor))
                                    .hasMessageContaining("the certificate is for another host");
                        }
                    });
        }
    }

    private static void handshake(SSLContext context, WireServer vendor) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", vendor.port())) {
            socket.startHandshake();
        }
    }

    @Test
    void isAskedThroughAProxy() throws IOException {
        try (WireServer vendor = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                TestProxy proxy = TestProxy.to(vendor.port());
                Egress egress =
                        egress(
                                new Network(
                                        Proxies.of(
                                                Map.of("http_proxy", "127.0.0.1:" + proxy.port())),
                                        host -> InetAddress.getByName("127.0.0.1")))) {
            send(egress, "http://my_vendor/list");

            assertThat(vendor.received().getFirst().header("Host")).isEqualTo("my_vendor");
        }
    }

    @Test
    void aHostThatIsUnknownIsNamed() {
        NameLookup unknown =
                host -> {
                    throw new UnknownHostException(host);
                };
        try (Egress egress = egress(unknown)) {
            assertThat(failure(Kind.UNAVAILABLE, () -> send(egress, "http://my_vendor/x")))
                    .hasMessage("The host my_vendor is unknown.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, my_tenant.example.com, true",
        "*.EXAMPLE.com, my_tenant.example.COM, true",
        "my_tenant.example.com, My_Tenant.example.com, true",
        "*.example.com, a_b.c.example.com, false",
        "*.example.com, a_b.example.org, false",
        "*.example.com, example.com, false",
        "*.com, a_b.com, false",
        "a*.example.com, a_b.example.com, false",
        "*, a_b, false"
    })
    void aCertificatesAsteriskMatchesOneLabel(String pattern, String host, boolean matches) {
        assertThat(NamedTls.matches(pattern, host)).isEqualTo(matches);
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void trusting(Path store, Body body) throws Exception {
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        try {
            body.run();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static AccountVendor connect(Egress egress) {
        return egress.connect(
                Fixture.account("a1", Fixture.CREDENTIALS, Map.of()),
                TestProvider.with(BY_KEY),
                Deadline.in(Duration.ofSeconds(20)),
                20);
    }

    private static VendorResponse send(Egress egress, String url) {
        return connect(egress).send(VendorRequest.get(url).build());
    }

    private static Egress egress(NameLookup lookup) {
        return egress(Network.direct().lookup(lookup));
    }

    private static Egress egress(Network network) {
        return Egress.of(
                EgressConfig.allowing(
                                Set.of(
                                        "my_vendor",
                                        "mock_ats.internal",
                                        "_a.b_c.example.com",
                                        "x_",
                                        "*.example.test",
                                        "*.other.test"))
                        .resilience(Resilience.defaults().repeating(0, Duration.ZERO))
                        .network(network));
    }
}
