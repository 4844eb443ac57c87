package io.convene.launcher.providers.bundle;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.QualityClaim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the tier that an author claims for a bundle. A claim that cannot be read, or was made for
 * other files, is a warning.
 */
final class ClaimReader {
    private static final int MAX_BYTES = 16 << 10;
    private static final Set<String> TIERS = Set.of("bronze", "silver", "gold", "platinum");

    private ClaimReader() {}

    /** Notes the claim in the bundle's own jar in its record, or a warning about it. */
    static void read(BundleCopy copy, BundleJar main, BundleRecord record) {
        try {
            Optional<byte[]> json = json(copy.folder().resolve(main.name()));
            if (json.isEmpty()) {
                return;
            }
            Item document = Item.parse(json.get());
            String tier = document.text("tier").string();
            if (!TIERS.contains(tier)) {
                throw new IOException("it names no tier that Convene knows");
            }
            if (document.text("digest").is(BundleDigest.of(copy.jars()))) {
                record.claims(
                        new QualityClaim(
                                tier,
                                document.text("kit").string(),
                                document.text("spi").string()));
            } else {
                record.warned(ProviderCode.STALE_CLAIM.about(copy.name(), tier));
            }
        } catch (IOException | JsonException e) {
            record.warned(
                    ProviderCode.BAD_CLAIM.about(copy.name(), String.valueOf(e.getMessage())));
        }
    }

    private static Optional<byte[]> json(Path main) throws IOException {
        try (ZipFile jar = new ZipFile(main.toFile())) {
            ZipEntry entry = jar.getEntry(BundleDigest.CLAIM);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            try (InputStream in = jar.getInputStream(entry)) {
                byte[] json = in.readNBytes(MAX_BYTES + 1);
                if (json.length > MAX_BYTES) {
                    throw new IOException("it is longer than %d bytes".formatted(MAX_BYTES));
                }
                return Optional.of(json);
            }
        }
    }
}
