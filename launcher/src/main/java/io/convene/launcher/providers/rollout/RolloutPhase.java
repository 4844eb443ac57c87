package io.convene.launcher.providers.rollout;

/** How far a new version has come. */
public enum RolloutPhase {
    /** A share of the accounts gets it. */
    CANARY,
    /** No account gets it unless the account's own range asks for it. */
    ROLLED_BACK
}
