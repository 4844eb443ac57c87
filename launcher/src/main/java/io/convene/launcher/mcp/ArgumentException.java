package io.convene.launcher.mcp;

/** An argument that a tool cannot take; the message is for the model. Carries no stack trace. */
public final class ArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArgumentException(String message) {
        super(message, null, false, false);
    }

    /** One sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
