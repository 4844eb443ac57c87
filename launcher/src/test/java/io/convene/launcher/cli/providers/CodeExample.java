package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.api.admin.ProviderJson;
import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderEvents;
import io.convene.launcher.providers.status.Refusal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A bundle with one fault, and the answer of {@code convene providers why} about it. */
sealed interface CodeExample {
    /** Writes a bundle with a fault into a folder, and returns its name. */
    interface Writer {
        String write(Path folder) throws Exception;
    }

    /** Meets a refusal in an empty folder. */
    interface Step {
        void take(Path folder) throws Exception;
    }

    /** The explanation, without the parts that differ from run to run. */
    String explanation(Path folder) throws Exception;

    /** Why no folder of bundles can show it in a test; empty when one does. */
    default String note() {
        return "";
    }

    /** Files in a folder of bundles; a convene.yaml next to the folder counts, if there is one. */
    record InFolder(Writer writer) implements CodeExample {
        @Override
        public String explanation(Path folder) throws Exception {
            Path bundles = Files.createDirectory(folder.resolve("providers"));
            String name = writer.write(bundles);
            List<String> line =
                    new ArrayList<>(
                            List.of("providers", "why", name, "--directory", bundles.toString()));
            Path config = folder.resolve("convene.yaml");
            if (Files.exists(config)) {
                line.addAll(List.of("--config", config.toString()));
            }
            Outcome outcome = Outcome.of(line.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.error()).isZero();
            return plain(outcome.output(), folder);
        }
    }

    /** The refusal of one step of reading, for which a file would have to change meanwhile. */
    record InStep(Step step, String note) implements CodeExample {
        @Override
        public String explanation(Path folder) throws Exception {
            BundleRecord record = new BundleRecord("acme-1.0.0.jar", ProviderEvents.silent());
            try {
                step.take(folder);
            } catch (Refusal refusal) {
                record.ended(refusal.findings());
            }
            return explained(record, folder);
        }
    }

    /** The state of a running server's bundle. */
    record InServer(Consumer<BundleRecord> life, String note) implements CodeExample {
        @Override
        public String explanation(Path folder) {
            BundleRecord record = new BundleRecord("acme-1.0.0.jar", ProviderEvents.silent());
            life.accept(record);
            return explained(record, folder);
        }
    }

    private static String explained(BundleRecord record, Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Explanation(ProviderJson.of(record.status())).print(new PrintStream(out, true, UTF_8));
        return plain(out.toString(UTF_8), folder);
    }

    private static String plain(String text, Path folder) {
        return Pattern.compile("\\b[0-9a-f]{64}\\b")
                .matcher(text)
                .replaceAll("…")
                .replace(folder.toString(), "/srv/convene")
                .replaceAll("(?m)\\s+$", "\n")
                .strip();
    }
}
