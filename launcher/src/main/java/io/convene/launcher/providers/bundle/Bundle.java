package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

/**
 * A bundle of which all is known that can be known without running it.
 *
 * @param module the name of its own module
 * @param spi the versions of the SPI it works with
 */
public record Bundle(
        BundleRecord record,
        BundleCopy copy,
        String id,
        String module,
        SemanticVersion version,
        VersionRange spi,
        BundleModules modules) {}
