package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AcmeVendor;
import com.birch.BirchVendor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The evidence for the tiers of real bundles. */
@Timeout(300)
class TierTests {
    private static final String PROVIDER = "BirchProvider.java";
    private static final Path OLDEST =
            Path.of("../api-baseline/io/convene/convene-core/1.0.0/convene-core-1.0.0.jar");
    private static final List<Verdict> KEPT =
            Arrays.stream(Rule.values()).map(TierReportTests::kept).toList();

    @TempDir private Path folder;

    @Test
    void givesGoldToABundleWhoseVendorSaysEverything() {
        try (Conformance conformance = birch(CompiledBundle.birch().against(OLDEST))) {
            TierReport report = conformance.tier(conformance.examineAll(), Optional.empty());

            assertThat(report.earned()).contains(Tier.GOLD);
            assertThat(report.missing())
                    .singleElement()
                    .asString()
                    .startsWith("There is no report of mutants: run pitest");
        }
    }

    @Test
    void givesSilverToABundleWhoseVendorSaysNoValues() {
        Path bundle = CompiledBundle.birch().writeTo(folder);
        TestVendor silent = new TestVendorOf(new BirchVendor(), List.of());
        try (Conformance conformance = Conformance.of(bundle, silent)) {
            TierReport report = conformance.tier(conformance.examineAll(), Optional.empty());

            assertThat(report.earned()).contains(Tier.SILVER);
            assertThat(report.missing()).singleElement().asString().contains("TestVendor.truth()");
        }
    }

    @Test
    void noticesThatNoRemoteDataWasCompared() {
        BirchVendor birch = new BirchVendor();
        TestVendor silent = new TestVendorOf(birch, birch.truth(), Set.of("i1000"));
        try (Conformance conformance =
                Conformance.of(CompiledBundle.birch().writeTo(folder), silent)) {
            Verdict values = conformance.examine(Rule.VALUES);

            assertThat(values.isKept()).isTrue();
            assertThat(values.gaps())
                    .containsExactly(
                            "VALUES compared no remote_data of 1 of 240 interviews: implement remoteData() of the test vendor.");
        }
    }

    @Test
    void noticesThatNoPageCouldBeCapped() {
        CompiledBundle fixed =
                CompiledBundle.acme()
                        .replacing(
                                "AcmeInterviews.java",
                                "Math.clamp(query.pageSize(), 1, 100)",
                                "100");
        try (Conformance conformance = Conformance.of(fixed.writeTo(folder), new AcmeVendor())) {
            Verdict capped = conformance.examine(Rule.CAPPED_PAGES);

            assertThat(capped.isKept()).isTrue();
            assertThat(capped.gaps()).singleElement().asString().contains("implement capPages()");
        }
    }

    @Test
    void givesPlatinumForStrongTestsAndTheOldestSpi() throws IOException {
        try (Conformance conformance = birch(CompiledBundle.birch().against(OLDEST))) {
            assertThat(conformance.tier(KEPT, Optional.of(mutants(17, 3))).earned())
                    .contains(Tier.PLATINUM);
        }
    }

    @Test
    void asksForTheOldestSpiThatHasWhatTheBundleUses() throws IOException {
        try (Conformance conformance = birch(CompiledBundle.birch())) {
            assertThat(conformance.tier(KEPT, Optional.of(mutants(20, 0))).missing())
                    .containsExactly(
                            "The bundle requires the SPI 1.1.0 and uses nothing that 1.0.0 does not have: compile it against 1.0.0, so that older hosts load it too.");
        }
    }

    @Test
    void givesPlatinumToABundleThatUsesTheSpiItRequires() throws IOException {
        CompiledBundle documented =
                CompiledBundle.birch()
                        .replacing(
                                PROVIDER,
                                ".host(\"api.birch.example\")",
                                ".host(\"api.birch.example\").documentation(\"https://birch.example\")");
        try (Conformance conformance = birch(documented)) {
            assertThat(conformance.tier(KEPT, Optional.of(mutants(20, 0))).earned())
                    .contains(Tier.PLATINUM);
        }
    }

    @Test
    void asksForStrongTestsOfTheBundlesOwnClasses() throws IOException {
        try (Conformance conformance = birch(CompiledBundle.birch().against(OLDEST))) {
            assertThat(conformance.tier(KEPT, Optional.of(mutants(16, 4))).missing())
                    .containsExactly(
                            "The bundle's tests detect 16 of 20 mutants, which is less than 85 %.");
            assertThat(conformance.tier(KEPT, Optional.of(mutants(15, 0))).missing())
                    .containsExactly(
                            "The report has 15 mutants of the bundle's own classes; 20 are the least that show anything.");
            assertThat(
                            conformance
                                    .tier(KEPT, Optional.of(mutants("com.other.Tests", 40, 0)))
                                    .missing())
                    .hasSize(2)
                    .last()
                    .isEqualTo(
                            "The report has mutants of 0 of the bundle's 2 classes; at least half must be tested.");
            assertThat(conformance.tier(KEPT, Optional.of(folder.resolve("none.xml"))).missing())
                    .singleElement()
                    .asString()
                    .contains("cannot be read");
        }
    }

    private Conformance birch(CompiledBundle bundle) {
        return Conformance.of(bundle.writeTo(folder), new BirchVendor());
    }

    private Path mutants(int detected, int survived) throws IOException {
        return mutants("com.birch.convene.BirchInterviews", detected, survived);
    }

    /** A report as pitest writes it. */
    private Path mutants(String type, int detected, int survived) throws IOException {
        String mutant =
                "<mutation detected='%s' status='%s' numberOfTestsRun='3'><sourceFile>Source.java</sourceFile><mutatedClass>%s</mutatedClass></mutation>\n";
        return Files.writeString(
                folder.resolve("mutations.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mutations partial=\"true\">\n%s%s</mutations>\n"
                        .formatted(
                                mutant.formatted(true, "KILLED", type).repeat(detected),
                                mutant.formatted(false, "SURVIVED", type).repeat(survived)));
    }
}
