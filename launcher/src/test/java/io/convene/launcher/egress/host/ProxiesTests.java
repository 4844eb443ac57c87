package io.convene.launcher.egress.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

class ProxiesTests {
    @ParameterizedTest
    @CsvSource({
        "http://proxy.example:3128, proxy.example:3128",
        "HTTP://proxy.example:3128/, proxy.example:3128",
        "proxy.example:3128, proxy.example:3128",
        "10.0.0.1, 10.0.0.1:80",
        "http://[::1]:8080, [::1]:8080",
        "' http://me:word@proxy.example:3128 ', proxy.example:3128"
    })
    void readsTheUrl(String text, String proxy) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", text);

        assertThat(Proxies.problems(environment)).isEmpty();
        assertThat(find(environment, "https://api.example.com").map(HttpProxy::toString))
                .contains(proxy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.example",
                "socks5://proxy.example:1080",
                "http://",
                "http://proxy.example:99999",
                "http://proxy.example:0",
                "http://proxy.example:31 28",
                "http://proxy.example/path",
                "http://proxy.example?x",
                "://"
            })
    void tellsWhatIsNoUrlOfAnHttpProxy(String text) {
        assertThat(Proxies.problems(Map.of("https_proxy", text))).containsExactly("https_proxy");
        assertThat(Proxies.problems(Map.of("HTTPS_PROXY", text))).containsExactly("HTTPS_PROXY");
        assertThat(Proxies.problems(Map.of("http_proxy", text))).containsExactly("http_proxy");
    }

    @Test
    void eachSchemeHasItsOwnProxy() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "one:1", "http_proxy", "two:2", "HTTP_PROXY", "three:3");

        assertThat(find(environment, "https://a.example").orElseThrow()).hasToString("one:1");
        assertThat(find(environment, "http://a.example").orElseThrow()).hasToString("two:2");
        assertThat(find(Map.of("HTTP_PROXY", "three:3"), "http://a.example")).isEmpty();
        assertThat(find(Map.of("http_proxy", "two:2"), "https://a.example")).isEmpty();
        assertThat(find(Map.of("HTTPS_PROXY", "one:1", "https_proxy", "four:4"), "https://a.b"))
                .hasValueSatisfying(it -> assertThat(it).hasToString("four:4"));
        assertThat(find(Map.of("HTTPS_PROXY", "one:1", "https_proxy", ""), "https://a.b"))
                .hasValueSatisfying(it -> assertThat(it).hasToString("one:1"));
        assertThat(Proxies.of(Map.of("NO_PROXY", "*")).isNone()).isTrue();
        assertThat(Proxies.none().isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:word@p:1, me:word",
        "http://me@p:1, me:",
        "http://m%40e:p%3Aw%2Bd+@p:1, m@e:p:w+d+",
        "http://:x@p:1, :x"
    })
    void readsTheCredentials(String text, String pair) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(HttpProxy.parse(text).orElseThrow().authorization())
                .contains("Basic " + encoded);
        assertThat(HttpProxy.parse(text).orElseThrow()).hasToString("p:1");
    }

    @ParameterizedTest
    @CsvSource({
        "*, https://api.example.com",
        "example.com, https://api.example.com",
        "example.com, https://EXAMPLE.com",
        ".example.com, https://api.example.com",
        "*.example.com, https://api.example.com",
        "Api.Example.com., https://api.example.com",
        "'x, api.example.com', https://api.example.com",
        "'x api.example.com', https://api.example.com",
        "api.example.com:443, https://api.example.com",
        "api.example.com:8443, https://api.example.com:8443",
        "my_vendor, http://my_vendor:9090",
        "10.0.0.0/8, https://10.1.2.3",
        "10.1.2.3, https://10.1.2.3:8443",
        "10.1.2.3:8443, https://10.1.2.3:8443",
        "192.168.4.0/22, https://192.168.7.255",
        "0.0.0.0/0, https://192.168.7.255",
        "fd00::/8, 'https://[fd12::1]'",
        "[fd12::1], 'https://[fd12::1]'",
        "[fd12::1]:443, 'https://[fd12::1]'",
        "fd12::1, 'https://[fd12:0::1]'",
        "'', https://localhost",
        "'', https://app.localhost:8443",
        "'', https://127.0.0.1:8443",
        "'', https://127.8.8.8",
        "'', 'https://[::1]:8443'"
    })
    void reachesDirectly(String except, String url) {
        assertThat(find(through(except), url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://api.example.com",
        "example.com, https://badexample.com",
        "example.com, https://example.com.evil.test",
        "api.example.com:8443, https://api.example.com",
        "10.0.0.0/8, https://11.1.2.3",
        "10.0.0.0/8, https://ten.example.com",
        "10.0.0.0/33, https://10.1.2.3",
        "10.0.0.0/x, https://10.1.2.3",
        "192.168.4.0/22, https://192.168.8.0",
        "fd00::/8, 'https://[fe80::1]'",
        "fd00::/8, https://10.1.2.3",
        "a:b:c, https://a",
        "'', https://localhost.example.com",
        "'', https://128.0.0.1"
    })
    void goesThroughTheProxy(String except, String url) {
        assertThat(find(through(except), url)).isPresent();
    }

    private static Map<String, String> through(String except) {
        return Map.of("https_proxy", "p:1", "http_proxy", "p:1", "no_proxy", except);
    }

    private static Optional<HttpProxy> find(Map<String, String> environment, String url) {
        URI uri = URI.create(url);
        return Proxies.of(environment).proxy(uri.getScheme(), Authority.of(uri).orElseThrow());
    }
}
