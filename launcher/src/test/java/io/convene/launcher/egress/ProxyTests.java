package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.config.TestCertificate;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.host.NameLookup;
import io.convene.launcher.egress.host.Network;
import io.convene.launcher.egress.host.Proxies;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireRequest;
import io.convene.testing.WireServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import javax.net.ssl.SSLContext;

/**
 * Vendors behind a proxy: named by the environment, asked with absolute URLs or through CONNECT.
 */
@Timeout(60)
class ProxyTests {
    private static final NameLookup ONLY_LOOPBACK =
            host -> {
                if (host.equals("127.0.0.1")) {
                    return InetAddress.getLoopbackAddress();
                }
                throw new UnknownHostException(host);
            };

    @Test
    void asksForAbsoluteUrlsOverHttp() throws IOException {
        try (WireServer vendor = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                TestProxy proxy = TestProxy.to(vendor.port());
                Egress egress = egress("http_proxy", "http://127.0.0.1:" + proxy.port())) {
            assertThat(send(egress, "http://vendor.test/list").status()).isEqualTo(200);
            assertThat(send(egress, "http://vendor.test/list").status()).isEqualTo(200);

            WireRequest received = vendor.received().getFirst();
            assertThat(received.target()).isEqualTo("http://vendor.test/list");
            assertThat(received.header("Host")).isEqualTo("vendor.test");
            assertThat(received.header("X-Key")).isEqualTo("key-5ecret");
            assertThat(proxy.heads()).hasSize(1).first().asString().doesNotContain("Proxy-Auth");
        }
    }

    @Test
    void sendsTheCredentialsToAnHttpProxy() throws IOException {
        try (WireServer vendor = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                TestProxy proxy = TestProxy.to(vendor.port());
                Egress egress =
                        egress("http_proxy", "http://me:p%40ss@127.0.0.1:" + proxy.port())) {
            send(egress, "http://vendor.test/list");

            assertThat(proxy.heads().getFirst())
                    .contains("Proxy-Authorization: Basic bWU6cEBzcw==");
        }
    }

    @Test
    void tunnelsHttpsAndKeepsTheProxysCredentialsFromTheVendor(@TempDir Path folder)
            throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "EC", "dns:vendor.test");
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(certificate.trust());
        try (WireServer vendor =
                        WireServer.start(
                                (request, wire) -> wire.reply(200, "{}"),
                                certificate.serving().getServerSocketFactory());
                TestProxy proxy = TestProxy.to(vendor.port());
                Egress egress =
                        egress("HTTPS_PROXY", "http://me:p%40ss@127.0.0.1:" + proxy.port())) {
            assertThat(send(egress, "https://vendor.test/list").status()).isEqualTo(200);

            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().getFirst())
                    .startsWith("CONNECT vendor.test:443 HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic bWU6cEBzcw==")
                    .doesNotContain("key-5ecret");
            WireRequest received = vendor.received().getFirst();
            assertThat(received.target()).isEqualTo("/list");
            assertThat(received.header("X-Key")).isEqualTo("key-5ecret");
            assertThat(received.header("Proxy-Authorization")).isEmpty();
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void loopbackAndHostsOfNoProxyAreReachedDirectly() throws IOException {
        try (WireServer vendor = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                TestProxy proxy = TestProxy.refusing("500 Never");
                Egress egress =
                        egress(
                                Map.of(
                                        "http_proxy",
                                        "http://me:word@127.0.0.1:" + proxy.port(),
                                        "NO_PROXY",
                                        "test"),
                                host -> {
                                    throw new UnknownHostException(host);
                                })) {
            assertThat(send(egress, vendor.url() + "/list").status()).isEqualTo(200);
            assertThat(unavailable(egress, "http://vendor.test/list"))
                    .hasMessage("The host vendor.test is unknown.");

            assertThat(vendor.received().getFirst().header("Proxy-Authorization")).isEmpty();
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void theRulesOfEgressHoldForTheVendorsHost() throws IOException {
        try (TestProxy proxy = TestProxy.refusing("200 OK");
                Egress egress = egress("http_proxy", "http://127.0.0.1:" + proxy.port())) {
            failure(Kind.REJECTED, () -> send(egress, "http://127.0.0.3:" + proxy.port() + "/"));
            failure(Kind.REJECTED, () -> send(egress, "http://other.example/"));
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void whatTheProxyRefusesIsNotTheVendorsAnswer() throws IOException {
        try (TestProxy proxy = TestProxy.refusing("407 Proxy Authentication Required");
                Egress egress = egress("http_proxy", "http://127.0.0.1:" + proxy.port());
                Egress secure = egress("https_proxy", "http://127.0.0.1:" + proxy.port())) {
            String sentence =
                    "vendor.test (through the proxy 127.0.0.1:%d) could not be reached: the proxy"
                                    .formatted(proxy.port())
                            + " refused the credentials in its URL (HTTP 407).";
            assertThat(unavailable(egress, "http://vendor.test/x")).hasMessage(sentence);
            assertThat(unavailable(secure, "https://vendor.test/x")).hasMessage(sentence);
        }
        try (TestProxy proxy = TestProxy.refusing("403 Forbidden");
                Egress egress = egress("https_proxy", "http://127.0.0.1:" + proxy.port())) {
            assertThat(unavailable(egress, "https://vendor.test/x"))
                    .hasMessage(
                            "vendor.test (through the proxy 127.0.0.1:%d) could not be reached:"
                                            .formatted(proxy.port())
                                    + " the proxy refused the connection.");
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws IOException {
        TestProxy gone = TestProxy.refusing("");
        gone.close();
        try (Egress egress = egress("https_proxy", "http://me:word@127.0.0.1:" + gone.port())) {
            assertThat(unavailable(egress, "https://vendor.test/x"))
                    .hasMessage(
                            "vendor.test (through the proxy 127.0.0.1:%d) refused the connection."
                                    .formatted(gone.port()));
        }
        try (Egress egress = egress("https_proxy", "http://nowhere.invalid:1")) {
            assertThat(unavailable(egress, "https://vendor.test/x"))
                    .hasMessage(
                            "The host vendor.test (through the proxy nowhere.invalid:1) is"
                                    + " unknown.");
        }
    }

    private static VendorException unavailable(Egress egress, String url) {
        return failure(Kind.UNAVAILABLE, () -> send(egress, url));
    }

    private static VendorResponse send(Egress egress, String url) {
        return egress.connect(
                        Fixture.account("a1", Fixture.CREDENTIALS, Map.of()),
                        TestProvider.with(BY_KEY),
                        Deadline.in(Duration.ofSeconds(20)),
                        20)
                .send(VendorRequest.get(url.split("\\?")[0]).build());
    }

    private static Egress egress(String variable, String value) {
        return egress(Map.of(variable, value), ONLY_LOOPBACK);
    }

    private static Egress egress(Map<String, String> environment, NameLookup lookup) {
        return Egress.of(
                EgressConfig.allowing(Set.of("vendor.test", "127.0.0.1"))
                        .resilience(Resilience.defaults().repeating(0, Duration.ZERO))
                        .network(new Network(Proxies.of(environment), lookup)));
    }
}
