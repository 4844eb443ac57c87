package io.convene.launcher.cli.providers;

import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.bundle.FileFailure;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.trust.SignatureCheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Says who signed a bundle, whatever the operator demands. */
final class SignatureFacts {
    private SignatureFacts() {}

    /** One sentence about the first jar without a good signature, else about the signers. */
    static String of(Path file, TrustConfig trust) {
        SignatureCheck check = new SignatureCheck(trust.signers());
        try {
            List<String> signers =
                    jars(file).stream()
                            .flatMap(jar -> check.verify(jar).stream())
                            .distinct()
                            .toList();
            return signers.isEmpty()
                    ? "There is no jar that could be signed."
                    : "Signed by %s.".formatted(String.join(" and ", signers));
        } catch (Refusal refusal) {
            return refusal.finding().reason();
        } catch (IOException | UncheckedIOException e) {
            return "It cannot be read: %s.".formatted(FileFailure.reason(e));
        }
    }

    private static List<Path> jars(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> files = Files.list(file)) {
            return files.filter(one -> one.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
