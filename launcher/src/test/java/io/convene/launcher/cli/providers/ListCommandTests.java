package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.bundle.BundleDigest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ListCommandTests {
    private Path folder;
    private String digest;

    @BeforeEach
    void prepare(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("providers"));
        Path draft = TestBundle.of("acme").writeTo(temp.resolve("draft.jar"));
        digest = BundleDigest.of(List.of(draft));
    }

    @Test
    void saysThatTheTierIsClaimed() {
        claiming(TestBundle.of("acme"));
        TestBundle.of("birch").writeTo(folder.resolve("birch.jar"));

        assertThat(list().output().lines())
                .containsExactly(
                        "ID     VERSION  STATE   BUNDLE     CODE  TIER",
                        "acme   1.0.0    ACTIVE  acme.jar   -     gold (claimed)",
                        "birch  1.0.0    ACTIVE  birch.jar  -     -");
    }

    @Test
    void showsNoTierOfABundleThatChangedSince() {
        claiming(TestBundle.of("acme").provider("int changed;"));

        assertThat(list().output().lines())
                .element(1)
                .isEqualTo("acme  1.0.0    ACTIVE  acme.jar  PRV-910  -");
    }

    private void claiming(TestBundle bundle) {
        bundle.file(
                        BundleDigest.CLAIM,
                        "{\"tier\":\"gold\",\"kit\":\"0.1.0\",\"spi\":\"1.1.0\",\"digest\":\"%s\"}"
                                .formatted(digest))
                .writeTo(folder.resolve("acme.jar"));
    }

    private Outcome list() {
        return Outcome.of("providers", "list", "--directory", folder.toString());
    }
}
