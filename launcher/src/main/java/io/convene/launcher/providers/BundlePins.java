package io.convene.launcher.providers;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.providers.version.SemanticVersion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The bytes that versions of bundles must have, in {@code providers.lock}. */
public final class BundlePins {
    private final LockFile file;
    private final LockFile.Content content;

    /**
     * The pins of those folders, as they are now.
     *
     * @throws ProvidersException when the file cannot be read
     */
    public BundlePins(ProvidersConfig config) {
        this.file = LockFile.kept(config.directory(), config.work());
        this.content = file.read();
        if (content.damage().isPresent()) {
            throw new ProvidersException(
                    "providers.lock cannot be used: %s. Repair or remove the line, or make the file readable."
                            .formatted(content.damage().get()));
        }
    }

    /** The hash that a bundle must have, if it is pinned. The bundle must be in order. */
    public Optional<String> of(ProviderStatus bundle) {
        return Optional.ofNullable(content.entries().get(key(bundle)));
    }

    /**
     * Pins the bytes of bundles that are in order, in place of pins of the same version.
     *
     * @throws ProvidersException when the file can be written nowhere
     */
    public void put(Collection<ProviderStatus> bundles) {
        Map<String, String> pins = new LinkedHashMap<>();
        bundles.forEach(one -> pins.put(key(one), one.contents().sha256().orElseThrow()));
        if (!pins.isEmpty() && !file.put(pins)) {
            throw new ProvidersException(LockFile.UNWRITABLE);
        }
    }

    private static String key(ProviderStatus bundle) {
        SemanticVersion version = bundle.version().flatMap(SemanticVersion::find).orElseThrow();
        return LockFile.pinKey(bundle.id().orElseThrow(), version);
    }
}
