package io.convene.launcher.providers.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.status.Finding;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

class SignatureCheckTests {
    private static final Instant NOW = Instant.now().plusSeconds(600);

    @TempDir private static Path folder;

    private static TestSigners signers;
    private static Path plain;

    private Path jar;

    @BeforeAll
    static void makeKeysAndABundle() {
        signers =
                new TestSigners(folder)
                        .with("ca", "-ext", "bc:c", "-validity", "3650")
                        .with("acme", "-signer", "ca", "-ext", "eku=codeSigning")
                        .with("stranger")
                        .with("server", "-signer", "ca", "-ext", "eku=serverAuth")
                        .with("expired", "-signer", "ca", "-startdate", "-90d", "-validity", "30")
                        .with("clock", "-signer", "ca", "-ext", "eku=timeStamping")
                        .with("wild", "-ext", "eku=timeStamping");
        plain = TestBundle.of("acme").writeTo(folder.resolve("plain/acme-1.0.0.jar"));
    }

    @BeforeEach
    void copyTheBundle(@TempDir Path own) throws IOException {
        jar = Files.copy(plain, own.resolve("acme-1.0.0.jar"));
    }

    @Test
    void trustsASignerByItsIssuer() {
        assertThat(trusting("ca").verify(signers.sign("acme", jar))).containsExactly("CN=acme");
    }

    @Test
    void trustsASignerByItsOwnCertificate() {
        assertThat(trusting("acme").verify(signers.sign("acme", jar))).containsExactly("CN=acme");
        assertThat(trusting("stranger").verify(signers.sign("stranger", jar)))
                .containsExactly("CN=stranger");
    }

    @Test
    void namesAJarWithoutASignature() {
        Finding finding = refused(trusting("ca"));

        assertThat(finding.code()).isEqualTo(ProviderCode.UNSIGNED);
        assertThat(finding.reason()).isEqualTo("acme-1.0.0.jar is not signed.");
    }

    @Test
    void namesASignerThatIsNotTrusted() {
        signers.sign("stranger", jar);
        Finding finding = refused(trusting("ca", "acme"));

        assertThat(finding.code()).isEqualTo(ProviderCode.UNTRUSTED_SIGNER);
        assertThat(finding.reason())
                .isEqualTo(
                        "acme-1.0.0.jar is signed by CN=stranger, and neither its certificate nor"
                                + " one of its issuers is in providers.trust-store.");
    }

    @Test
    void trustsNoCertificateOfAServer() {
        signers.sign("server", jar);

        assertThat(refused(trusting("ca")).reason())
                .contains("signed by CN=server", "not meant for signing code");
    }

    @Test
    void trustsNoCertificateThatHasExpired() {
        signers.sign("expired", jar);

        assertThat(refused(trusting("ca")).reason())
                .contains("signed by CN=expired", "is valid from", "no trusted time stamp");
        assertThat(refused(trusting("expired")).reason()).contains("is valid from");
    }

    @Test
    void believesATimeStampOfATrustedAuthorityAlone() {
        SignerTrust trust = new SignerTrust(Set.of(signers.certificate("ca")), () -> NOW);

        assertThat(trust.problem(stamped("expired", "clock", NOW))).isPresent();
        assertThat(trust.problem(stamped("acme", "clock", NOW))).isEmpty();
        SignerTrust later =
                new SignerTrust(
                        Set.of(signers.certificate("ca")), () -> NOW.plusSeconds(200 * 86_400L));
        assertThat(later.problem(stamped("acme", "clock", NOW))).isEmpty();
        assertThat(later.problem(stamped("acme", "wild", NOW))).isPresent();
        assertThat(later.problem(stamped("acme", "acme", NOW))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/acme/Acme.class",
                "META-INF/convene/provider.json",
                "module-info.class"
            })
    void noticesAChangedEntry(String entry) throws IOException {
        signers.sign("acme", jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            byte[] bytes = Files.readAllBytes(files.getPath(entry));
            bytes[bytes.length - 1] ^= 1;
            Files.write(files.getPath(entry), bytes);
        }
        Finding finding = refused(trusting("ca"));

        assertThat(finding.code()).isEqualTo(ProviderCode.INVALID_SIGNATURE);
        assertThat(finding.reason()).contains("the entry " + entry + " is not the one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/acme/Stowaway.class",
                "META-INF/versions/25/acme/acme/Acme.class",
                "META-INF/convene/more.json"
            })
    void noticesAnAddedEntryThatNothingUses(String entry) throws IOException {
        signers.sign("acme", jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path added = files.getPath(entry);
            Files.createDirectories(added.getParent());
            Files.copy(files.getPath("acme/acme/Acme.class"), added);
        }
        Finding finding = refused(trusting("ca"));

        assertThat(finding.code()).isEqualTo(ProviderCode.INVALID_SIGNATURE);
        assertThat(finding.reason()).contains("the entry " + entry + " was added after signing");
    }

    @Test
    void noticesARemovedEntry() throws IOException {
        signers.sign("acme", jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.delete(files.getPath("acme/acme/Acme.class"));
        }

        assertThat(refused(trusting("ca")).reason())
                .contains("the entry acme/acme/Acme.class was removed after signing");
    }

    @Test
    void noticesAChangedManifest() throws IOException {
        signers.sign("acme", jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path manifest = files.getPath("META-INF/MANIFEST.MF");
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.replaceFirst("\r\n", "\r\nSpi-Range: [1.0,9.0)\r\n"));
        }

        assertThat(refused(trusting("ca")).code()).isEqualTo(ProviderCode.INVALID_SIGNATURE);
    }

    @Test
    void noticesASignatureOfAnotherJar(@TempDir Path other) throws IOException {
        signers.sign("acme", jar);
        Path stolen = TestBundle.of("acme", "acme.evil").writeTo(other.resolve("acme-1.0.0.jar"));
        try (FileSystem from = FileSystems.newFileSystem(jar);
                FileSystem to = FileSystems.newFileSystem(stolen)) {
            for (String name : new String[] {"ACME.SF", "ACME.EC"}) {
                Files.copy(from.getPath("META-INF", name), to.getPath("META-INF", name));
            }
        }
        jar = stolen;

        assertThat(refused(trusting("ca")).code()).isEqualTo(ProviderCode.INVALID_SIGNATURE);
    }

    @Test
    void noticesADamagedSignature() throws IOException {
        signers.sign("acme", jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.copy(
                    files.getPath("META-INF/ACME.SF"),
                    files.getPath("META-INF/ACME.EC"),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(refused(trusting("ca")).code()).isEqualTo(ProviderCode.INVALID_SIGNATURE);
    }

    private Finding refused(SignatureCheck check) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> check.verify(jar));
        assertThat(refusal).isNotNull();
        return refusal.finding();
    }

    private static SignatureCheck trusting(String... aliases) {
        return new SignatureCheck(
                Set.of(aliases).stream().map(signers::certificate).collect(Collectors.toSet()));
    }

    private static CodeSigner stamped(String signer, String authority, Instant at) {
        return new CodeSigner(
                signers.path(signer), new Timestamp(Date.from(at), signers.path(authority)));
    }
}
