package io.convene.launcher.providers.rollout;

/** A promotion or rollback that is not possible. The message says why, and the remedy. */
public final class RolloutRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RolloutRefusedException(String message) {
        super(message);
    }
}
