package io.convene.conformance;

import io.convene.testkit.BundleFiles;
import io.convene.testkit.ConformanceKit;
import io.convene.testkit.Tier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One of our own packaged providers, which must be gold. */
abstract class ProviderConformance extends ConformanceKit {
    private final Path target;

    /** The provider in {@code provider-<id>}. */
    ProviderConformance(String id) {
        target = Path.of("../../provider-" + id, "target");
    }

    @Override
    protected Path bundle() {
        return BundleFiles.in(target);
    }

    @Override
    protected Optional<Tier> requiredTier() {
        return Optional.of(Tier.GOLD);
    }

    /** {@code ./build soak} leaves one. */
    @Override
    protected Optional<Path> mutations() {
        return Optional.of(target.resolve("pit-reports/mutations.xml")).filter(Files::exists);
    }
}
