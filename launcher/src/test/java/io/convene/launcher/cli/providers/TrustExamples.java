package io.convene.launcher.cli.providers;

import static io.convene.launcher.cli.providers.IdentityExamples.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.cli.providers.CodeExample.InFolder;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.trust.TestSigners;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Faults of owners, pins and signatures. */
final class TrustExamples {
    private static final String JAR = "acme-1.0.0.jar";

    private TrustExamples() {}

    static void addTo(Map<ProviderCode, CodeExample> examples) {
        examples.put(
                ProviderCode.FOREIGN_OWNER,
                new InFolder(folder -> {
                    lock(folder, "owner acme com.acme.ats");
                    return written(folder);
                }));
        examples.put(
                ProviderCode.OWNER_UNDECIDED,
                new InFolder(folder -> {
                    TestBundle.of("acme", "stray.module")
                            .version("9.0.0")
                            .writeTo(folder.resolve("acme-9.0.0.jar"));
                    return written(folder);
                }));
        examples.put(
                ProviderCode.DUPLICATE,
                new InFolder(folder -> {
                    acme().writeTo(folder.resolve("a.jar"));
                    return written(folder);
                }));
        examples.put(
                ProviderCode.TAMPERED,
                new InFolder(folder -> {
                    lock(folder, "pin acme 1.0.0 " + "0".repeat(64));
                    return written(folder);
                }));
        examples.put(
                ProviderCode.BROKEN_LOCK,
                new InFolder(folder -> {
                    lock(folder, "owner acme");
                    return written(folder);
                }));
        examples.put(
                ProviderCode.UNSIGNED,
                new InFolder(folder -> {
                    signers(folder);
                    return written(folder);
                }));
        examples.put(
                ProviderCode.INVALID_SIGNATURE,
                new InFolder(folder -> {
                    TestSigners signers = signers(folder);
                    String name = written(folder);
                    change(signers.sign("acme", folder.resolve(name)));
                    return name;
                }));
        examples.put(
                ProviderCode.UNTRUSTED_SIGNER,
                new InFolder(folder -> {
                    TestSigners signers = signers(folder);
                    String name = written(folder);
                    signers.sign("stranger", folder.resolve(name));
                    return name;
                }));
        examples.put(
                ProviderCode.FORBIDDEN_CODE,
                new InFolder(folder -> {
                    acme().provider(
                                    "static Object page() throws Exception { return new java.net.Socket(); }")
                            .writeTo(folder.resolve(JAR));
                    return JAR;
                }));
    }

    private static String written(Path folder) {
        acme().writeTo(folder.resolve(JAR));
        return JAR;
    }

    private static void lock(Path folder, String line) throws IOException {
        Files.writeString(folder.resolve("providers.lock"), line + "\n");
    }

    /** Two signers, the first of which is trusted. */
    private static TestSigners signers(Path folder) throws Exception {
        Path home = folder.getParent();
        TestSigners signers = new TestSigners(home).with("acme").with("stranger");
        String pem =
                Base64.getMimeEncoder().encodeToString(signers.certificate("acme").getEncoded());
        Path trusted =
                Files.writeString(
                        home.resolve("trusted.pem"),
                        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                                .formatted(pem));
        Files.writeString(
                home.resolve("convene.yaml"),
                "providers: {signatures: require, trust-store: \"%s\"}\n".formatted(trusted));
        return signers;
    }

    private static void change(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.write(files.getPath("added.properties"), "a=b".getBytes(UTF_8));
        }
    }
}
