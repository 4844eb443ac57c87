package io.convene.launcher.providers;

/** The host's own ground for bundles is not usable. A broken bundle never raises this. */
public final class ProvidersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProvidersException(String message, Throwable cause) {
        super(message, cause);
    }

    ProvidersException(String message) {
        super(message);
    }
}
