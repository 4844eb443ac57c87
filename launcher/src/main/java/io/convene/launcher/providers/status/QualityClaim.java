package io.convene.launcher.providers.status;

/**
 * What an author claims about a bundle: the result of the conformance kit on exactly these files.
 * Nobody but the author has checked it.
 *
 * @param tier {@code bronze}, {@code silver}, {@code gold} or {@code platinum}
 * @param kit the version of the kit
 * @param spi the version of the SPI in the kit's host
 */
public record QualityClaim(String tier, String kit, String spi) {
    public QualityClaim {
        kit = Finding.plain(kit);
        spi = Finding.plain(spi);
    }
}
