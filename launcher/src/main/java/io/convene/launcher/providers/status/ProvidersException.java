package io.convene.launcher.providers.status;

/** The host's own ground for bundles is not usable. A broken bundle never raises this. */
public final class ProvidersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProvidersException(String message, Throwable cause) {
        super(message, cause);
    }

    public ProvidersException(String message) {
        super(message);
    }
}
