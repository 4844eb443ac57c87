package io.convene.launcher.providers.status;

import java.util.List;
import java.util.Optional;

/**
 * The result of one reading of the providers directory.
 *
 * @param changed the bundles whose state it changed, by id, version and name
 * @param problem why nothing was read and nothing changed, as one sentence
 */
public record ReloadResult(List<ProviderChange> changed, Optional<String> problem) {
    public ReloadResult {
        changed = List.copyOf(changed);
    }
}
