package io.convene.endtoend.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Files of a bundle that change while it serves. */
@Timeout(180)
class ChangedBundleTests {
    private static final String NAME = "odd-1.0.0.jar";

    private WatchedSite site;
    private Path jar;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site = new WatchedSite(folder).account("odd", "odd", "");
        jar = OddProvider.of("odd").writeTo(site.bundles().resolve(NAME));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void servesFromItsPrivateCopyWhenTheFileIsOverwritten() throws Exception {
        site.start("");
        Files.writeString(jar, "this is no jar");
        assertServed();
        assertThat(site.reload())
                .anySatisfy(change -> {
                    assertThat(change.text("code").string()).isEqualTo("PRV-106");
                    assertThat(change.text("still_serving").string()).isEqualTo("1.0.0");
                });

        assertServed();
        site.assertUndisturbed();
    }

    @Test
    void refusesOtherBytesThanThosePinned() throws Exception {
        String hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(jar)));
        Files.writeString(
                site.bundles().resolve("providers.lock"),
                "pin odd 1.0.0 %s%n".formatted(hash),
                UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        site.start("");
        OddProvider.of("odd").entry("added.txt", new byte[1]).writeTo(jar);
        assertThat(site.reload())
                .extracting(change -> change.text("code").optional().orElse(""))
                .contains("PRV-504");

        assertServed();
        site.assertUndisturbed();
    }

    @Test
    void goesOnWhenTheFileIsRenamed() throws Exception {
        site.start("");
        Files.move(jar, jar.resolveSibling("another-name.jar"));
        site.reload();

        Item listed = site.listed("another-name.jar").getFirst();
        assertThat(listed.text("state").string()).isEqualTo("ACTIVE");
        assertThat(site.listed(NAME)).isEmpty();
        assertServed();
        site.assertUndisturbed();
    }

    private void assertServed() throws Exception {
        assertThat(site.interviews("odd").ids()).containsExactly("i-1");
    }
}
