package io.convene.launcher.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that signs itself, made by the JDK's keytool, as PEM files. */
public final class TestCertificate {
    public static final String PASSWORD = "changeit";

    private final Path certificate;
    private final Path key;
    private final TlsIdentity tls;

    private TestCertificate(Path certificate, Path key, TlsIdentity tls) {
        this.certificate = certificate;
        this.key = key;
        this.tls = tls;
    }

    /**
     * Makes a certificate and its key in that folder.
     *
     * @param algorithm RSA or EC
     */
    public static TestCertificate make(Path folder, String algorithm) {
        return make(folder, algorithm, "ip:127.0.0.1,dns:localhost");
    }

    /**
     * Makes a certificate for these names and its key in that folder.
     *
     * @param algorithm RSA or EC
     * @param names as keytool takes them, such as {@code dns:*.example.test}
     */
    public static TestCertificate make(Path folder, String algorithm, String names) {
        Path store = folder.resolve(algorithm + ".p12");
        try {
            run(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=convene",
                    "-ext",
                    "san=" + names,
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            Key key = keys.getKey("server", PASSWORD.toCharArray());
            Certificate certificate = keys.getCertificate("server");
            return new TestCertificate(
                    pem(
                            folder.resolve(algorithm + ".pem"),
                            "CERTIFICATE",
                            certificate.getEncoded()),
                    pem(folder.resolve(algorithm + ".key"), "PRIVATE KEY", key.getEncoded()),
                    new TlsIdentity(List.of((X509Certificate) certificate), (PrivateKey) key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file of the certificate. */
    public Path certificate() {
        return certificate;
    }

    /** The file of the key. */
    public Path key() {
        return key;
    }

    /** Both, as the configuration gives them to the server. */
    public TlsIdentity tls() {
        return tls;
    }

    /** The TLS context of a server with this certificate. */
    public SSLContext serving() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server",
                    tls.key(),
                    PASSWORD.toCharArray(),
                    tls.certificates().toArray(Certificate[]::new));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The TLS context of a client that trusts this certificate alone. */
    public SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("server", tls.certificates().getFirst());
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
    }

    private static void run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
