package io.convene.launcher.providers.status;

import java.time.Instant;
import java.util.Optional;

/**
 * One bundle reached a state.
 *
 * @param bundle the name of its jar or folder
 * @param id the integration, once it could be read
 * @param version the version as written
 * @param generation the name of the generation, once it is loaded
 * @param code what was found, if anything
 * @param reason the code in one sentence about this bundle
 */
public record ProviderEvent(
        Instant instant,
        String bundle,
        Optional<String> id,
        Optional<String> version,
        Optional<String> generation,
        ProviderState state,
        Optional<ProviderCode> code,
        Optional<String> reason) {}
