package io.convene.launcher.providers.rollout;

/**
 * Something that happened to a rollout.
 *
 * @param rollout the rollout before the end, or as it is now
 * @param action what happened
 * @param reason why, as one sentence
 */
public record RolloutChange(Rollout rollout, Action action, String reason) {
    /** What can happen to a rollout. */
    public enum Action {
        /** Some accounts get the candidate now. */
        STARTED,
        /** All accounts get the candidate now. */
        PROMOTED,
        /** No account gets the candidate any more. */
        ROLLED_BACK,
        /** One of the two versions is gone, so there is nothing to choose. */
        ENDED
    }

    /** The change in one line for a log. */
    public String text() {
        return "%s %s %s (%s serves the other accounts): %s"
                .formatted(rollout.id(), rollout.candidate(), action, rollout.stable(), reason);
    }
}
