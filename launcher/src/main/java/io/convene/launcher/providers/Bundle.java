package io.convene.launcher.providers;

/**
 * A bundle of which all is known that can be known without running it.
 *
 * @param module the name of its own module
 * @param spi the versions of the SPI it works with
 */
record Bundle(
        BundleRecord record,
        BundleCopy copy,
        String id,
        String module,
        SemanticVersion version,
        VersionRange spi,
        BundleModules modules) {}
