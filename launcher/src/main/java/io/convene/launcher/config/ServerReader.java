package io.convene.launcher.config;

import io.convene.launcher.admission.AdmissionConfig;
import io.convene.launcher.admission.HeapPlaces;
import io.convene.launcher.admission.Shares;
import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.pki.PemReader;
import io.helidon.common.pki.PkiException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code server}: where and how to listen, and how many requests to take. */
final class ServerReader {
    private static final String ANY = "*";
    private static final long MEBIBYTE = 1024 * 1024;

    private final Values values;
    private final Path home;

    ServerReader(Values values, Path home) {
        this.values = values;
        this.home = home;
    }

    ServerConfig read() {
        return new ServerConfig(
                values.get(ConfigKeys.SERVER_HOST),
                values.get(ConfigKeys.SERVER_PORT),
                tls(),
                values.get(ConfigKeys.SERVER_WRITE_TIMEOUT),
                values.get(ConfigKeys.SERVER_SHUTDOWN_GRACE),
                values.get(ConfigKeys.SERVER_MAX_CONNECTIONS)
                        .orElseGet(() -> HeapPlaces.connections(Runtime.getRuntime().maxMemory())),
                corsOrigins());
    }

    /** How many requests may be in progress. */
    AdmissionConfig admission() {
        return new AdmissionConfig(
                values.get(ConfigKeys.SERVER_MAX_REQUESTS)
                        .orElseGet(() -> HeapPlaces.of(Runtime.getRuntime().maxMemory())),
                values.get(ConfigKeys.SERVER_QUEUE),
                values.get(ConfigKeys.SERVER_ANSWER_MEMORY).stream()
                        .mapToLong(mebibytes -> mebibytes * MEBIBYTE)
                        .findFirst()
                        .orElseGet(() -> HeapPlaces.answers(Runtime.getRuntime().maxMemory())),
                new Shares(
                        values.get(ConfigKeys.SHARE_OF_ACCOUNT),
                        values.get(ConfigKeys.SHARE_OF_TOKEN),
                        values.get(ConfigKeys.SHARE_OF_VENDOR)));
    }

    private Set<String> corsOrigins() {
        Set<String> origins = new HashSet<>();
        for (String text : values.texts(ConfigKeys.CORS_ORIGINS)) {
            Optional<String> origin = text.equals(ANY) ? Optional.of(ANY) : Origin.canonical(text);
            origin.ifPresentOrElse(
                    origins::add,
                    () ->
                            problem(
                                    ConfigKeys.CORS_ORIGINS,
                                    "'" + text + "' is not an origin",
                                    "write scheme and host, and a port if it has one, like https://app.example.com,"
                                            + " or \"*\" for all"));
        }
        return Set.copyOf(origins);
    }

    private Optional<TlsIdentity> tls() {
        Optional<String> certificate = values.find(ConfigKeys.TLS_CERTIFICATE);
        Optional<String> key = values.find(ConfigKeys.TLS_KEY);
        if (certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> certificates =
                certificate
                        .map(this::certificates)
                        .orElseGet(() -> missing(ConfigKeys.TLS_CERTIFICATE));
        List<PrivateKey> keys = key.map(this::key).orElseGet(() -> missing(ConfigKeys.TLS_KEY));
        if (certificates.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        if (!match(certificates.getFirst().getPublicKey(), keys.getFirst())) {
            problem(
                    ConfigKeys.TLS_KEY,
                    "it is not the key of the first certificate in tls.certificate",
                    "put the server's own certificate first, and give the key it was made with");
            return Optional.empty();
        }
        return Optional.of(new TlsIdentity(certificates, keys.getFirst()));
    }

    private List<X509Certificate> certificates(String file) {
        return readable(ConfigKeys.TLS_CERTIFICATE, file).stream()
                .map(path -> {
                    try {
                        return PemReader.readCertificates(Files.newInputStream(path));
                    } catch (IOException | PkiException e) {
                        problem(
                                ConfigKeys.TLS_CERTIFICATE,
                                path + " is no PEM file of X.509 certificates",
                                "give the chain, the server's own certificate first");
                        return List.<X509Certificate>of();
                    }
                })
                .flatMap(List::stream)
                .toList();
    }

    private List<PrivateKey> key(String file) {
        Optional<Path> path = readable(ConfigKeys.TLS_KEY, file);
        if (path.isEmpty()) {
            return List.of();
        }
        try {
            Resource resource = Resource.create(path.get());
            Optional<PrivateKey> key =
                    Keys.builder().pem(pem -> pem.key(resource)).build().privateKey();
            if (key.isPresent()) {
                return List.of(key.get());
            }
        } catch (RuntimeException e) {
            // Said below, and without the cause, which may quote the key.
        }
        problem(
                ConfigKeys.TLS_KEY,
                path.get() + " is no PEM file of a private key without a password",
                "convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem");
        return List.of();
    }

    private Optional<Path> readable(ConfigKey<?> key, String file) {
        Path path = home.resolve(file).normalize();
        if (Files.isReadable(path) && !Files.isDirectory(path)) {
            return Optional.of(path);
        }
        problem(
                key,
                "there is no file " + path + ", or it cannot be read",
                "name a PEM file, relative to the distribution or absolute");
        return Optional.empty();
    }

    private <T> List<T> missing(ConfigKey<?> key) {
        problem(key, "it is missing", "TLS needs both tls.certificate and tls.key");
        return List.of();
    }

    private void problem(ConfigKey<?> key, String wrong, String fix) {
        values.at(key).problem(wrong, fix);
    }

    private static boolean match(PublicKey certified, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        byte[] sample = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
