package io.convene.launcher.providers.trust;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Verifies the signatures of jars, every entry of them: the JDK itself checks a class when it is
 * used, and accepts added classes without a signature.
 */
public final class SignatureCheck {
    private static final Pattern BLOCK = Pattern.compile("META-INF/[^/]+\\.(?i:RSA|DSA|EC)");
    private static final Pattern OWN_FILE =
            Pattern.compile(
                    "META-INF/(?i:MANIFEST\\.MF|[^/]+\\.SF|[^/]+\\.RSA|[^/]+\\.DSA|[^/]+\\.EC|SIG-[^/]*)");
    private static final String DIGEST = "-Digest";

    private final SignerTrust trust;

    /** Trusts signers with these certificates, or whose issuers have them. */
    public SignatureCheck(Set<X509Certificate> trusted) {
        this(trusted, InstantSource.system());
    }

    SignatureCheck(Set<X509Certificate> trusted, InstantSource clock) {
        this.trust = new SignerTrust(trusted, clock);
    }

    /**
     * Verifies a jar.
     *
     * @return the names of the signers
     * @throws Refusal when the jar is not signed, was changed, or has an entry without a trusted
     *     signer
     */
    public Set<String> verify(Path file) {
        String name = String.valueOf(file.getFileName());
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            if (jar.stream().map(JarEntry::getName).noneMatch(BLOCK.asMatchPredicate())) {
                throw ProviderCode.UNSIGNED.refusal(name);
            }
            Map<JarEntry, List<CodeSigner>> signers = signers(jar, name);
            checkComplete(jar, name);
            return signers.isEmpty() ? Set.of() : trusted(signers, name);
        } catch (IOException e) {
            throw invalid(name, "the jar cannot be read: " + e.getMessage());
        } catch (SecurityException e) {
            throw invalid(name, String.valueOf(e.getMessage()));
        }
    }

    /** The signers of every entry; reading an entry to its end is what makes Java verify it. */
    private static Map<JarEntry, List<CodeSigner>> signers(JarFile jar, String name)
            throws IOException {
        Map<JarEntry, List<CodeSigner>> signers = new HashMap<>();
        for (JarEntry entry : jar.stream().toList()) {
            boolean empty = read(jar, entry, name) == 0;
            if (OWN_FILE.matcher(entry.getName()).matches() || (entry.isDirectory() && empty)) {
                continue;
            }
            CodeSigner[] found = entry.getCodeSigners();
            if (found == null || found.length == 0) {
                throw invalid(
                        name,
                        "the entry %s was added after signing, or is signed with an algorithm that Java no longer accepts"
                                .formatted(entry.getName()));
            }
            signers.put(entry, List.of(found));
        }
        return signers;
    }

    private static long read(JarFile jar, JarEntry entry, String name) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            throw invalid(
                    name,
                    "the entry %s is not the one that was signed (%s)"
                            .formatted(entry.getName(), e.getMessage()));
        }
    }

    /** An entry that was removed leaves its digest in the manifest. */
    private static void checkComplete(JarFile jar, String name) throws IOException {
        Manifest manifest = jar.getManifest();
        Map<String, Attributes> entries = manifest == null ? Map.of() : manifest.getEntries();
        for (Map.Entry<String, Attributes> entry : entries.entrySet()) {
            boolean signed =
                    entry.getValue().keySet().stream().anyMatch(key -> (key + "").endsWith(DIGEST));
            if (signed && jar.getEntry(entry.getKey()) == null) {
                throw invalid(
                        name, "the entry %s was removed after signing".formatted(entry.getKey()));
            }
        }
    }

    /** The names of those who signed, at least one trusted signer for each entry. */
    private Set<String> trusted(Map<JarEntry, List<CodeSigner>> signers, String name) {
        Map<CodeSigner, String> problems = new HashMap<>();
        signers.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(
                        one -> trust.problem(one).ifPresent(problem -> problems.put(one, problem)));
        Set<String> names = new TreeSet<>();
        for (List<CodeSigner> found : signers.values()) {
            Optional<CodeSigner> good =
                    found.stream().filter(one -> !problems.containsKey(one)).findFirst();
            if (good.isEmpty()) {
                CodeSigner first = found.getFirst();
                throw ProviderCode.UNTRUSTED_SIGNER.refusal(
                        name, name(first), String.valueOf(problems.get(first)));
            }
            names.add(name(good.get()));
        }
        return names;
    }

    private static String name(CodeSigner signer) {
        return signer.getSignerCertPath().getCertificates().getFirst()
                        instanceof X509Certificate certificate
                ? certificate.getSubjectX500Principal().getName()
                : "an unnamed signer";
    }

    private static Refusal invalid(String jar, String reason) {
        return ProviderCode.INVALID_SIGNATURE.refusal(jar, reason);
    }
}
