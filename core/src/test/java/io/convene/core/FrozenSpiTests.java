package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes to the frozen SPI that the build refuses and allows. */
class FrozenSpiTests {
    private static final Path BASELINE = Path.of("../support/api-baseline/io/convene/convene-core");

    @TempDir private Path folder;
    private Path before;

    @BeforeEach
    void packsWhatThereIs() throws IOException {
        before = SpiGuard.pack(folder.resolve("before.jar"), SpiChange.CLASSES, SpiChange.CLASSES);
    }

    static Stream<SpiChange> refused() {
        return Stream.of(
                SpiChange.refused(
                        "a method is removed",
                        "spi/Page.java",
                        "public List<Position> upcoming()",
                        "public List<Position> further()",
                        "Page.upcoming():METHOD_REMOVED"),
                SpiChange.refused(
                        "a type is no longer public",
                        "spi/Setting.java",
                        "public final class Setting",
                        "final class Setting",
                        "Setting:CLASS_LESS_ACCESSIBLE"),
                SpiChange.refused(
                        "an interface of bundles gets an abstract method",
                        "spi/AtsProvider.java",
                        "ProviderDescriptor descriptor();",
                        "ProviderDescriptor descriptor(); String page();",
                        "AtsProvider.page():METHOD_ADDED_TO_INTERFACE"),
                SpiChange.refused(
                        "a default method becomes abstract",
                        "spi/Listing.java",
                        "default void join(Page page, Query query, Vendor vendor) {}",
                        "void join(Page page, Query query, Vendor vendor);",
                        "Listing.join("),
                SpiChange.refused(
                        "a method returns another type",
                        "spi/Settings.java",
                        "public String url(String name)",
                        "public CharSequence url(String name)",
                        "Settings.url(java.lang.String):METHOD_RETURN_TYPE_CHANGED"),
                SpiChange.refused(
                        "a method returns a list of something else",
                        "InterviewDraft.java",
                        "public List<Text> interviewers()",
                        "public List<? extends Text> interviewers()",
                        "InterviewDraft.interviewers():METHOD_RETURN_TYPE_GENERICS_CHANGED"),
                SpiChange.refused(
                        "a method takes less than before",
                        "spi/VendorRequest.java",
                        "public Builder form(String name, Object value)",
                        "public Builder form(String name, String value)",
                        "form(java.lang.String,java.lang.Object):METHOD_REMOVED"),
                SpiChange.refused(
                        "a method throws something checked",
                        "spi/Listing.java",
                        "Page page(VendorResponse response, Query query, Position position);",
                        "Page page(VendorResponse response, Query query, Position position)"
                                + " throws java.io.IOException;",
                        "METHOD_NOW_THROWS_CHECKED_EXCEPTION"),
                SpiChange.refused(
                        "an enum loses a constant",
                        "InterviewStatus.java",
                        "DRAFT(\"draft\"),",
                        "",
                        "InterviewStatus.DRAFT:FIELD_REMOVED"));
    }

    static Stream<SpiChange> allowed() {
        return Stream.of(
                SpiChange.allowed(
                        "an interface of bundles gets a default method",
                        "spi/AtsProvider.java",
                        "ProviderDescriptor descriptor();",
                        "ProviderDescriptor descriptor(); default String page() { return \"\"; }"),
                SpiChange.allowed(
                        "a final class gets a method",
                        "spi/Settings.java",
                        "public String url(String name)",
                        "public boolean has(String name) { return find(name).isPresent(); }"
                                + " public String url(String name)"),
                SpiChange.allowed(
                        "a builder gets a method",
                        "spi/VendorRequest.java",
                        "public Builder anonymous()",
                        "public Builder known() { return this; } public Builder anonymous()"),
                SpiChange.allowed(
                        "an enum gets a constant",
                        "InterviewStatus.java",
                        "COMPLETED(\"completed\");",
                        "COMPLETED(\"completed\"), NO_SHOW(\"no_show\");"),
                SpiChange.allowed(
                        "something is deprecated",
                        "spi/Page.java",
                        "public List<Position> upcoming()",
                        "@Deprecated public List<Position> upcoming()"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatBreaksABundle(SpiChange change) throws IOException {
        assertThat(SpiGuard.refusal(before, change.packed(folder)))
                .hasValueSatisfying(said -> assertThat(said).contains(change.said()));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void allowsWhatABundleDoesNotNotice(SpiChange change) throws IOException {
        assertThat(SpiGuard.refusal(before, change.packed(folder))).isEmpty();
    }

    @Test
    void noticesWhatIsAdded() throws IOException {
        Path after = allowed().findFirst().orElseThrow().packed(folder);

        assertThat(SpiGuard.changes(before, after))
                .containsExactly("io.convene.core.spi.AtsProvider");
    }

    @Test
    void keepsWhatEveryFrozenVersionOffered() throws IOException {
        for (Path frozen : frozen()) {
            assertThat(SpiGuard.refusal(frozen, before)).as("since %s", frozen).isEmpty();
        }
    }

    /** Or else a bundle could be compiled against a 1.0 that no host with the frozen 1.0 has. */
    @Test
    void addsNothingWithoutAHigherMinorVersion() throws IOException {
        String version = Item.class.getModule().getDescriptor().rawVersion().orElseThrow();
        Optional<Path> same =
                frozen().stream()
                        .filter(jar ->
                                minor(version)
                                        .equals(minor(jar.getParent().getFileName().toString())))
                        .findFirst();

        same.ifPresent(frozen ->
                assertThat(SpiGuard.changes(frozen, before))
                        .as(
                                "core %s is frozen: raise its minor version to add to these types",
                                version)
                        .isEmpty());
    }

    @Test
    void documentsWhatEachMinorVersionAdded() throws IOException {
        String version = Item.class.getModule().getDescriptor().rawVersion().orElseThrow();

        assertThat(Path.of("../docs/build-a-bundle/spi.md"))
                .content()
                .contains("| %s.0 | `".formatted(minor(version)));
    }

    private static String minor(String version) {
        return version.replaceAll("^(\\d+\\.\\d+).*", "$1");
    }

    private static List<Path> frozen() throws IOException {
        try (Stream<Path> files = Files.walk(BASELINE)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted(Comparator.naturalOrder())
                            .toList();
            assertThat(jars).isNotEmpty();
            return jars;
        }
    }
}
