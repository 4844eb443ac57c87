package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The guide shows the project that the generator writes; {@link GeneratorTests} builds it. */
class GuideTests {
    @TempDir private Path folder;

    @Test
    void showsTheFilesOfTheGenerator() throws Exception {
        GeneratedProject acme = Guide.generate(Distribution.built(), folder.resolve("acme"));
        for (Path page : Guide.PAGES) {
            String expected = Guide.with(acme, page);
            if (Boolean.getBoolean("docs.rewrite")) {
                Files.writeString(page, expected);
            }

            assertThat(Files.readString(page))
                    .as("%s shows other files; -Ddocs.rewrite=true writes them", page)
                    .isEqualTo(expected);
        }
    }

    @Test
    void showsTheWholeBundleAndItsTests() throws Exception {
        GeneratedProject acme = Guide.generate(Distribution.built(), folder.resolve("acme"));
        List<String> shown = new ArrayList<>();
        for (Path page : Guide.PAGES) {
            shown.addAll(Guide.files(page));
        }

        List<String> sources =
                new Shell(acme.folder(), Map.of())
                        .output(List.of("find", "src", "-name", "*.java"))
                        .lines()
                        .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(sources);
    }
}
