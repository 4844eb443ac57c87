package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

/**
 * A bundle of which all is known that can be known without running it.
 *
 * @param identity its description of itself
 */
public record Bundle(
        BundleRecord record, BundleCopy copy, BundleIdentity identity, BundleModules modules) {
    /**
     * A bundle's description of itself.
     *
     * @param id its integration
     * @param module the name of its own module
     * @param spi the versions of the SPI it works with
     */
    public record BundleIdentity(
            String id, String module, SemanticVersion version, VersionRange spi) {}

    /** Its integration. */
    public String id() {
        return identity.id();
    }

    /** The name of its own module. */
    public String module() {
        return identity.module();
    }

    /** Its version. */
    public SemanticVersion version() {
        return identity.version();
    }

    /** The versions of the SPI it works with. */
    public VersionRange spi() {
        return identity.spi();
    }
}
