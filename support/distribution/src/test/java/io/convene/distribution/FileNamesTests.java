package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/**
 * The command in a locale in which Java knows no letters beyond ASCII. The shell makes the names,
 * as this JVM may be in such a locale itself.
 */
@Timeout(120)
class FileNamesTests {
    /** Copies to a folder called Büro and renames a bundle to prüfstand. */
    private static final String PREPARE =
            """
            set -e
            home="$1/$(printf 'B\\303\\274ro')"
            cp -a "$2" "$home"
            mv "$home"/providers/greenhouse-*.jar "$home/providers/$(printf 'pr\\303\\274fstand-1.0.0.jar')"
            """;

    @TempDir private Path folder;

    @Test
    void startsBelowAFolderAndWithABundleWhoseNamesAreNotAscii() throws Exception {
        assertServed(
                """
                exec "$home/bin/convene" serve --config "$home/conf/convene.yaml" --port 0
                """);
    }

    @Test
    void servesEveryBundleWhereTheCommandDoesNotChooseTheLocale() throws Exception {
        assertServed(
                """
                mv "$home" "$1/plain"
                exec "$1/plain/runtime/bin/java" "-Dconvene.home=$1/plain" \
                    --module io.convene.launcher/io.convene.launcher.cli.Main \
                    serve --config "$1/plain/conf/convene.yaml" --port 0
                """);
    }

    private void assertServed(String start) throws Exception {
        List<String> command =
                List.of(
                        "env",
                        "LC_ALL=C",
                        "sh",
                        "-c",
                        PREPARE + start,
                        "sh",
                        folder.toString(),
                        Distribution.built().home().toString());
        try (RunningCommand launcher = RunningCommand.start(command)) {
            assertThat(launcher.awaitOutput("/unified/ats/interviews"))
                    .containsPattern("fstand-1\\.0\\.0\\.jar \\(greenhouse [^)]+\\) ACTIVE")
                    .doesNotContain("REJECTED", "Exception");
            assertThat(launcher.stopsWhenAsked()).isTrue();
        }
    }
}
