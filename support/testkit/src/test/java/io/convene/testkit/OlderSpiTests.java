package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AcmeVendor;
import com.birch.BirchVendor;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Bundles compiled against every frozen SPI, in the host as it is now. */
class OlderSpiTests {
    @TempDir private Path folder;

    static List<Path> frozen() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../api-baseline"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void answersWithABundleCompiledAgainstAFrozenSpi(Path core) {
        passes(CompiledBundle.acme().against(core).writeTo(folder), new AcmeVendor());
        passes(CompiledBundle.birch().against(core).writeTo(folder), new BirchVendor());
    }

    private static void passes(Path bundle, TestVendor vendor) {
        try (Conformance conformance = Conformance.of(bundle, vendor)) {
            assertThat(conformance.examineAll()).allMatch(Verdict::isKept);
        }
    }
}
