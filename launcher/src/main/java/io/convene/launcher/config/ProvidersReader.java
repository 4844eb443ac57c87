package io.convene.launcher.config;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.config.trust.TrustStore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** Reads where bundles are, and which are trusted. */
final class ProvidersReader {
    private final Values values;
    private final Path home;

    ProvidersReader(Values values, Path home) {
        this.values = values;
        this.home = home;
    }

    ProvidersConfig read() {
        return ProvidersConfig.of(
                        path(values.get(ProviderKeys.DIRECTORY)),
                        path(values.get(ProviderKeys.WORK)))
                .requiring(Set.copyOf(values.texts(ProviderKeys.REQUIRED)))
                .owned(values.map(ProviderKeys.OWNERS))
                .trusting(trust())
                .draining(values.get(ProviderKeys.DRAIN))
                .canary(
                        new CanaryConfig(
                                values.get(ProviderKeys.CANARY_SHARE),
                                values.get(ProviderKeys.CANARY_MARGIN),
                                values.get(ProviderKeys.CANARY_REQUESTS)));
    }

    private TrustConfig trust() {
        CheckPolicy signatures = values.get(ProviderKeys.SIGNATURES);
        Optional<String> store = values.find(ProviderKeys.TRUST_STORE);
        if (store.isEmpty() && signatures != CheckPolicy.OFF) {
            problem(
                    "it is missing",
                    "name the file of the signers' certificates, or set providers.signatures: off");
        }
        return new TrustConfig(
                signatures,
                store.map(this::path).map(this::certificates).orElse(Set.of()),
                values.get(ProviderKeys.CODE_CHECK));
    }

    private Set<X509Certificate> certificates(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            problem(
                    "there is no file %s, or it cannot be read".formatted(file),
                    "name a file of certificates, relative to the distribution or absolute");
            return Set.of();
        }
        Set<X509Certificate> certificates =
                TrustStore.read(file, values.find(ProviderKeys.TRUST_STORE_PASSWORD));
        if (certificates.isEmpty()) {
            problem(
                    "no certificate can be read from %s".formatted(file),
                    "give a PEM file of X.509 certificates, or a PKCS12 or JKS file made with"
                            + " keytool -importcert and its password in providers.trust-store-password");
        }
        return certificates;
    }

    private void problem(String wrong, String fix) {
        values.at(ProviderKeys.TRUST_STORE).problem(wrong, fix);
    }

    private Path path(String text) {
        return home.resolve(text).normalize();
    }
}
