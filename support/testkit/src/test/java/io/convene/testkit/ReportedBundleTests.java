package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.birch.BirchVendor;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.QualityClaim;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The report that the kit writes into a bundle, and the host that reads it. */
@Timeout(120)
class ReportedBundleTests {
    private static final String CLAIM = "META-INF/convene/conformance.json";
    private static final TierReport GOLD = new TierReport(Optional.of(Tier.GOLD), List.of());

    @TempDir private Path folder;
    private Path jar;

    @BeforeEach
    void packs() {
        jar = CompiledBundle.birch().writeTo(folder.resolve("providers"));
    }

    @Test
    void showsTheHostTheTierThatWasEarned() {
        write(jar, GOLD);

        ProviderStatus status = served();
        QualityClaim claim = status.tier().orElseThrow();
        assertThat(claim.tier()).isEqualTo("gold");
        assertThat(claim.kit()).isEqualTo("0.1.0");
        assertThat(claim.spi()).isEqualTo("1.1.0");
        assertThat(status.code()).isEmpty();
    }

    @Test
    void claimsNothingAboutABundleThatChangedLater() throws IOException {
        write(jar, GOLD);
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath("META-INF/added.txt"), "added");
        }

        ProviderStatus status = served();
        assertThat(status.tier()).isEmpty();
        assertThat(status.code().orElseThrow().code()).isEqualTo("PRV-910");
    }

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        write(jar, new TierReport(Optional.of(Tier.BRONZE), List.of()));
        write(jar, GOLD);
        byte[] once = Files.readAllBytes(jar);
        write(jar, GOLD);

        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }

    @Test
    void keepsTheOrderAndTheTimesOfTheOtherEntries() throws IOException {
        List<String> before = entries(jar);
        write(jar, GOLD);
        List<String> after = entries(jar);

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after).hasSize(before.size() + 1).last().asString().startsWith(CLAIM);
    }

    @Test
    void writesIntoTheJarOfABundleThatIsAFolder() {
        Path bundle = folder.resolve("other/birch");
        CompiledBundle.birch().writeTo(bundle);
        write(bundle, GOLD);

        assertThat(served(folder.resolve("other")).tier()).isPresent();
    }

    @Test
    void writesNothingWhenNoTierIsEarned() throws IOException {
        byte[] before = Files.readAllBytes(jar);
        write(jar, new TierReport(Optional.empty(), List.of("PAGING is broken.")));

        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    @Test
    void refusesToBreakASignature() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath("META-INF/BIRCH.SF"), "Signature-Version: 1.0");
        }
        byte[] before = Files.readAllBytes(jar);

        assertThatThrownBy(() -> write(jar, GOLD))
                .isInstanceOf(TestkitException.class)
                .hasMessageContaining("write the report first, then sign");
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    private static void write(Path bundle, TierReport report) {
        try (Conformance conformance = Conformance.of(bundle, new BirchVendor())) {
            conformance.writeReport(report);
        }
    }

    private ProviderStatus served() {
        return served(folder.resolve("providers"));
    }

    private ProviderStatus served(Path providers) {
        try (Providers opened =
                Providers.open(ProvidersConfig.of(providers, folder.resolve("work")))) {
            return opened.list().getFirst();
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ReportedBundleTests::described).toList();
        }
    }

    private static String described(ZipEntry entry) {
        return "%s %s %d".formatted(entry.getName(), entry.getTimeLocal(), entry.getCrc());
    }
}
