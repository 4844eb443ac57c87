package io.convene.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A bundle of a running site that is replaced by equal ones with other bytes. */
final class ReplacedBundle {
    private final Site site;
    private final Path jar;
    private final Path original;
    private int number;

    private ReplacedBundle(Site site, Path jar, Path original) {
        this.site = site;
        this.jar = jar;
        this.original = original;
    }

    /** The bundle of an integration. */
    static ReplacedBundle of(Site site, String integration, Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(site.providers())) {
            Path jar =
                    jars.filter(file -> file.getFileName().toString().startsWith(integration + "-"))
                            .findFirst()
                            .orElseThrow();
            return new ReplacedBundle(
                    site, jar, Files.copy(jar, folder.resolve("original-" + integration)));
        }
    }

    /** Replaces the bundle and reloads. */
    void replace() throws Exception {
        number++;
        Path next = site.providers().resolve(".next");
        write(original, next, number);
        Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Answer answer = reload(site);
        List<Item> changed = answer.json().each("changed");
        assertThat(changed)
                .filteredOn(change -> change.text("to").is("ACTIVE"))
                .as(answer.text())
                .hasSize(1);
    }

    /** Lets the site read its folder again. */
    static Answer reload(Site site) throws Exception {
        Answer answer =
                site.send(
                        "POST",
                        "/admin/providers/reload",
                        Map.of("Authorization", "Bearer " + Site.TOKEN));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** A copy of a jar with one more entry. */
    private static void write(Path from, Path to, int number) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("META-INF/number-" + number));
            out.closeEntry();
        }
    }
}
