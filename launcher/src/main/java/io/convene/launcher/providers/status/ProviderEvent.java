package io.convene.launcher.providers.status;

import java.time.Instant;
import java.util.Optional;

/**
 * One bundle reached a state.
 *
 * @param status the bundle and its state
 * @param generation the name of the generation, once it is loaded
 */
public record ProviderEvent(Instant instant, ProviderStatus status, Optional<String> generation) {
    /** The name of the bundle's jar or folder. */
    public String bundle() {
        return status.bundle();
    }

    /** The integration, once it could be read. */
    public Optional<String> id() {
        return status.id();
    }

    /** The version as written. */
    public Optional<String> version() {
        return status.version();
    }

    /** The state that was reached. */
    public ProviderState state() {
        return status.state();
    }

    /** The code of the finding, if there is one. */
    public Optional<ProviderCode> code() {
        return status.code();
    }

    /** The finding in one sentence about this bundle. */
    public Optional<String> reason() {
        return status.reason();
    }
}
