package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class ServerReaderTests {
    @TempDir private static Path folder;

    @BeforeAll
    static void makeCertificates() {
        TestCertificate.make(folder, "RSA");
        TestCertificate.make(folder, "EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void readsACertificateAndItsKey(String algorithm) throws IOException {
        assertThat(tls(algorithm + ".pem", algorithm + ".key").tls())
                .hasValueSatisfying(tls -> {
                    assertThat(tls.certificates()).hasSize(1);
                    assertThat(tls.key().getAlgorithm()).isEqualTo(algorithm);
                });
    }

    @Test
    void readsAWholeChain() throws IOException {
        Files.writeString(
                folder.resolve("chain.pem"),
                "a comment\n"
                        + Files.readString(folder.resolve("EC.pem"))
                        + Files.readString(folder.resolve("RSA.pem")));

        assertThat(tls("chain.pem", "EC.key").tls())
                .hasValueSatisfying(tls -> assertThat(tls.certificates()).hasSize(2));
    }

    @Test
    void speaksPlainHttpWithoutACertificate() throws IOException {
        assertThat(read("{port: 0}").tls()).isEmpty();
    }

    @Test
    void namesEachFileThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("empty.pem"), "");
        Files.writeString(folder.resolve("sealed.pem"), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n");

        assertThatThrownBy(() -> tls("none.pem", "empty.pem"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.tls.certificate: there is no file " + folder)
                .hasMessageContaining(
                        "server.tls.key: " + folder.resolve("empty.pem") + " is no PEM");
        assertThatThrownBy(() -> tls("empty.pem", "sealed.pem"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.tls.certificate: " + folder.resolve("empty.pem"))
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        assertThatThrownBy(() -> tls("EC.pem", "RSA.key"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.tls.key: it is not the key of the first certificate");
    }

    @Test
    void needsBothCertificateAndKey() {
        assertThatThrownBy(() -> read("{tls: {certificate: EC.pem}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.tls.key: it is missing");
        assertThatThrownBy(() -> read("{tls: {key: EC.key}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.tls.certificate: it is missing");
    }

    @Test
    void readsHowLongACallerMayTake() throws IOException {
        assertThat(read("{port: 0}").writeTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(read("{write-timeout: PT5S}").writeTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThatThrownBy(() -> read("{write-timeout: PT0S}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "server.write-timeout: 'PT0S' is not a duration from PT0.001S to P1D");
    }

    @Test
    void readsOriginsForCors() throws IOException {
        assertThat(read("{port: 0}").corsOrigins()).isEmpty();
        assertThat(
                        read("{cors: {origins: [\"https://a.example\", \"http://b:81\"]}}")
                                .corsOrigins())
                .containsExactlyInAnyOrder("https://a.example", "http://b:81");
        assertThat(read("{cors: {origins: \"*\"}}").corsOrigins()).containsExactly("*");
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com:443, https://app.example.com",
        "http://app.example.com:80, http://app.example.com",
        "https://app.example.com:0443, https://app.example.com",
        "https://app.example.com:80, https://app.example.com:80",
        "http://app.example.com:443, http://app.example.com:443",
        "HTTPS://App.Example.COM, https://app.example.com",
        "http://LOCALHOST:3000, http://localhost:3000",
        "https://bücher.example, https://xn--bcher-kva.example",
        "https://my_app.example:8443, https://my_app.example:8443",
        "http://[::1]:80, http://[::1]",
        "http://127.0.0.1:8080, http://127.0.0.1:8080"
    })
    void readsAnOriginAsBrowsersWriteIt(String written, String origin) throws IOException {
        assertThat(read("{cors: {origins: [\"" + written + "\"]}}").corsOrigins())
                .containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "https://a.example/",
                "https://a.example/path",
                "https://*.example",
                "https://a.example:",
                "https://a.example:0",
                "https://a.example:65536",
                "https://a.example:https",
                "https://a.example?x",
                "https://a.example#x",
                "https://user@a.example",
                "https://a b.example",
                "https://a.example:443/",
                "https://a*.example",
                "https://a..example",
                "https://[::1",
                "https://",
                "ftp://a.example",
                "//a.example",
                "null"
            })
    void refusesWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> read("{cors: {origins: [\"" + origin + "\"]}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.cors.origins: '" + origin + "' is not an origin");
    }

    private ServerConfig tls(String certificate, String key) throws IOException {
        return read("{tls: {certificate: " + certificate + ", key: " + key + "}}");
    }

    private ServerConfig read(String server) throws IOException {
        Path file = Files.writeString(folder.resolve("convene.yaml"), "server: " + server + "\n");
        return ConfigReader.read(file, Map.of(), folder).server();
    }
}
