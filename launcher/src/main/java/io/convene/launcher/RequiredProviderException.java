package io.convene.launcher;

import io.convene.launcher.providers.Providers;

import java.util.Set;

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
                    "Not active, although providers.required names them: "
                            + String.join(", ", missing)
                            + ". Put their bundles into the providers folder, or see the log for why they were refused.");
        }
    }
}
