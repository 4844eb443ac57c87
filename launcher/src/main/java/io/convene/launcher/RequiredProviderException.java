package io.convene.launcher;

import io.convene.launcher.providers.Providers;

import java.util.Set;
import java.util.TreeSet;

/** A provider without which the launcher must not run is not active. */
public final class RequiredProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RequiredProviderException(String message) {
        super(message, null, false, false);
    }

    static void throwIfMissing(Providers providers) {
        Set<String> missing = providers.missing();
        if (!missing.isEmpty()) {
            throw new RequiredProviderException(
                    "Not active, although providers.required names them: %s. Put their bundles into the providers folder; convene providers why --config FILE explains each bundle that is refused."
                            .formatted(String.join(", ", new TreeSet<>(missing))));
        }
    }
}
