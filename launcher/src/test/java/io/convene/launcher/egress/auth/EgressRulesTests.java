package io.convene.launcher.egress.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;

class EgressRulesTests {
    private static final List<String> DECLARED = List.of("api.example.com", "*.example.org");
    private static final List<String> ALLOW = List.of("localhost", "127.0.0.1:9090", "[::1]:9090");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/v1",
                "https://API.example.com:443/v1",
                "https://eu.example.org",
                "https://a.b.example.org",
                "http://localhost:1234/x",
                "https://localhost",
                "http://127.0.0.1:9090/x",
                "http://[::1]:9090/x",
                "https://my_tenant.example.org/v1",
                "https://_a.b_c.example.org:443"
            })
    void allows(String url) {
        assertThat(EgressRules.refusal(URI.create(url), DECLARED, ALLOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com/v1, https",
        "https://api.example.com:8443/v1, 8443",
        "https://api.example.com.evil.test, neither declared",
        "https://example.org, neither declared",
        "https://evilexample.org, neither declared",
        "https://evil.test#@api.example.com, evil.test",
        "https://evil.test/?x=api.example.com, evil.test",
        "https://api.example.com., neither declared",
        "http://127.0.0.1:9091/x, 127.0.0.1:9091",
        "http://127.0.0.1/x, 127.0.0.1:80",
        "https://[::1]:1/x, [::1]:1",
        "https://user:word@api.example.com, user name",
        "https://api.example.com@evil.test, user name",
        "ftp://api.example.com, https://",
        "api.example.com/v1, https://",
        "https:///v1, name a host",
        "https://my_tenant.example.com, neither declared",
        "https://my_tenant.example.org:8443, 8443",
        "http://my_tenant.example.org, https",
        "https://user:word@my_tenant.example.org, user name",
        "https://my_tenant.example.org@evil_.test, user name",
        "https://my_tenant.example.org:99999, name a host",
        "https://my_tenant.example.org:x, name a host",
        "https://a_b!.example.org, name a host"
    })
    void refuses(String url, String why) {
        assertThat(EgressRules.refusal(URI.create(url), DECLARED, ALLOW))
                .hasValueSatisfying(it -> assertThat(it).contains(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.1:9090", "[::1]", "*.internal:8443", "my_vendor:9090"})
    void takesAsAnEntry(String entry) {
        assertThat(EgressRules.problem(entry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://localhost",
                "localhost:",
                "localhost:99999",
                "localhost/x",
                "a b",
                "*",
                "::1"
            })
    void refusesAsAnEntry(String entry) {
        assertThat(EgressRules.problem(entry))
                .hasValueSatisfying(why -> assertThat(why).contains("\"" + entry + "\""));
    }
}
