package io.convene.launcher.containment;

/**
 * Ends a thread that was given up while it was in a bundle: another one has answered in its place,
 * so it must leave the request alone. An Error, so that nothing on the way takes it for a failure
 * that it should handle.
 */
public final class AbandonedCall extends Error {
    private static final long serialVersionUID = 1L;

    AbandonedCall() {
        super("the call was given up; another thread has answered", null, false, false);
    }
}
