package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The folder of bundles decides: a jar is removed, a broken one is added, one claims the id of
 * another.
 */
@Timeout(120)
class BundleFolderTests {
    @TempDir private Path folder;

    @Test
    void servesWhatLiesInTheFolderAndNamesWhatDoesNot() throws Exception {
        try (Site site =
                Site.over(
                        Sandbox.builder().interviews(20).start(),
                        folder,
                        "ashby",
                        "ceipal",
                        "greenhouse")) {
            site.start();
            assertThat(site.interviews("greenhouse", "&limit=5").status()).isEqualTo(200);
            site.stop();

            Path jar = bundle(site, "greenhouse");
            Files.move(jar, folder.resolve("taken-out.jar"));
            Files.write(
                    site.providers().resolve("garbage-1.0.0.jar"),
                    "this is no jar".getBytes(UTF_8));
            claim(
                    folder.resolve("taken-out.jar"),
                    site.providers().resolve("thief-9.9.9.jar"),
                    "ashby");
            site.start();

            Answer missing = site.interviews("greenhouse", "&limit=5");
            assertThat(missing.status()).isEqualTo(503);
            assertThat(missing.message()).contains("greenhouse").contains("providers folder");
            assertThat(site.interviews("ashby", "&limit=5").ids()).hasSize(5);
            assertThat(site.interviews("ashby", "&limit=5").header("Convene-Provider"))
                    .startsWith("ashby@0.");
            assertThat(site.interviews("ceipal", "&limit=5").ids()).hasSize(5);

            List<Item> listed = site.get("/admin/providers", Site.TOKEN).json().each("providers");
            assertThat(state(listed, "ashby-")).isEqualTo("ACTIVE");
            assertThat(state(listed, "garbage-1.0.0.jar")).isEqualTo("REJECTED");
            assertThat(state(listed, "thief-9.9.9.jar")).isEqualTo("REJECTED");
            assertThat(listed)
                    .filteredOn(item -> item.text("state").is("REJECTED"))
                    .hasSize(2)
                    .allSatisfy(item -> {
                        assertThat(item.text("code").string()).matches("PRV-\\d{3}");
                        assertThat(item.text("reason").isPresent()).isTrue();
                        assertThat(item.text("fix").isPresent()).isTrue();
                    });
        }
    }

    private static Path bundle(Site site, String id) throws Exception {
        try (Stream<Path> jars = Files.list(site.providers())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(id + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String state(List<Item> listed, String bundle) {
        return listed.stream()
                .filter(item -> item.text("bundle").string().startsWith(bundle))
                .map(item -> item.text("state").string())
                .findFirst()
                .orElse("not listed");
    }

    /** A copy of a jar that says it is another integration. */
    private static void claim(Path jar, Path copy, String id) throws Exception {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("META-INF/convene/provider.json")) {
                    out.write(("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
