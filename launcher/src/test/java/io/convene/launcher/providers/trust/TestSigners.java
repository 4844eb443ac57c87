package io.convene.launcher.providers.trust;

import jdk.security.jarsigner.JarSigner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/** Keys made by the JDK's keytool, which sign jars with the JDK's own signer. */
public final class TestSigners {
    /** The password of the store of the keys. */
    public static final String PASSWORD = "changeit";

    private final Path store;

    /** Begins without a key, in that folder. */
    public TestSigners(Path folder) {
        store = folder.resolve("keys.p12");
    }

    /** The file of the keys. */
    public Path store() {
        return store;
    }

    /**
     * Makes a key whose name is {@code CN=<alias>}.
     *
     * @param more options of keytool, such as {@code -signer}, {@code ca}
     */
    public TestSigners with(String alias, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool") + "",
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + alias,
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(List.of(more));
        run(command);
        return this;
    }

    /** The certificate of a key. */
    public X509Certificate certificate(String alias) {
        return (X509Certificate) path(alias).getCertificates().getFirst();
    }

    CertPath path(String alias) {
        try {
            List<Certificate> chain = List.of(keys().getCertificateChain(alias));
            return CertificateFactory.getInstance("X.509").generateCertPath(chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs a jar. */
    public Path sign(String alias, Path jar) {
        try {
            PrivateKey key = (PrivateKey) keys().getKey(alias, PASSWORD.toCharArray());
            Path signed = Files.createTempFile(jar.getParent(), ".signed", ".jar");
            try (ZipFile in = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                new JarSigner.Builder(key, path(alias))
                        .signerName(alias.toUpperCase(Locale.ROOT))
                        .build()
                        .sign(in, out);
            }
            return Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore keys() throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("keytool failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
