package io.convene.launcher.config.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.common.pki.PemReader;
import io.helidon.common.pki.PkiException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A file of certificates: PEM, or a key store of the type PKCS12 or JKS. */
public final class TrustStore {
    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private TrustStore() {}

    /**
     * Reads the certificates; none when the file has none, or cannot be read with the password. Of
     * a key store only certificates in entries of their own count: one that comes with a private
     * key says who somebody is, not whom they trust.
     */
    public static Set<X509Certificate> read(Path file, Optional<String> password) {
        try {
            if (Files.readString(file, ISO_8859_1).contains(PEM)) {
                return ofPem(file);
            }
            return ofKeyStore(file, password.map(String::toCharArray).orElse(null));
        } catch (IOException | GeneralSecurityException | PkiException e) {
            // The caller says so, without the cause, which may quote the file.
            return Set.of();
        }
    }

    private static Set<X509Certificate> ofPem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Set.copyOf(PemReader.readCertificates(in));
        }
    }

    private static Set<X509Certificate> ofKeyStore(Path file, char @Nullable [] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), password);
        Set<X509Certificate> certificates = new HashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }
}
