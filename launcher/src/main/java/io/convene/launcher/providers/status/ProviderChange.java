package io.convene.launcher.providers.status;

import java.util.Optional;

/**
 * What a reload did to one bundle.
 *
 * @param status the bundle as it is now, or as it was last if its file is gone
 * @param from its state before; empty for a bundle that was not there
 * @param to its state now; empty for a refused bundle whose file is gone
 * @param serving the version that keeps serving the integration although this bundle was meant to
 *     take its place
 */
public record ProviderChange(
        ProviderStatus status,
        Optional<ProviderState> from,
        Optional<ProviderState> to,
        Optional<String> serving) {}
