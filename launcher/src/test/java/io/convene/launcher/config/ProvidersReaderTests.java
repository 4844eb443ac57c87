package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;

class ProvidersReaderTests {
    private static final char[] PASSWORD = "the-password".toCharArray();

    @TempDir private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeACertificate() {
        certificate = TestCertificate.make(folder, "EC");
    }

    @Test
    void checksNoSignatureUnlessAsked() throws IOException {
        assertThat(read("{}").signatures()).isEqualTo(CheckPolicy.OFF);
    }

    @Test
    void readsCertificatesInPem() throws IOException {
        TrustConfig trust = read("{signatures: warn, trust-store: EC.pem}");

        assertThat(trust.signatures()).isEqualTo(CheckPolicy.WARN);
        assertThat(trust.signers()).containsExactlyElementsOf(certificate.tls().certificates());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void readsCertificatesInKeyStores(String type) throws IOException, GeneralSecurityException {
        write(type);
        TrustConfig trust =
                read("{trust-store: %s, trust-store-password: the-password}".formatted(type));

        assertThat(trust.signers()).containsExactlyElementsOf(certificate.tls().certificates());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "EC.p12", "EC.key", "."})
    void namesAFileThatCannotBeUsedAndNeverThePassword(String file)
            throws IOException, GeneralSecurityException {
        write("PKCS12");

        assertThatThrownBy(() ->
                        read("{trust-store: %s, trust-store-password: wr0ng}".formatted(file)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("providers.trust-store: ")
                .hasMessageContaining(folder.resolve(file).normalize().toString())
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void needsCertificatesToCheckSignatures() {
        assertThatThrownBy(() -> read("{signatures: require}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("providers.trust-store: it is missing");
    }

    private static void write(String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("signer", certificate.tls().certificates().getFirst());
        try (OutputStream out = Files.newOutputStream(folder.resolve(type))) {
            store.store(out, PASSWORD);
        }
    }

    private static TrustConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "providers: " + yaml + "\n");
        return ConfigReader.read(file, Map.of(), folder).providers().trust();
    }
}
