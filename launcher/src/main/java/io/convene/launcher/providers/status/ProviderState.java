package io.convene.launcher.providers.status;

/** The state of a bundle, in the order in which a healthy one goes through. */
public enum ProviderState {
    /** A jar or folder was found. */
    DISCOVERED,
    /** All that can be checked without running it is in order. */
    VERIFIED,
    /** Its modules fit together and with the host's. */
    RESOLVED,
    /** Its provider was created. */
    LOADED,
    /** It is lent to requests. */
    ACTIVE,
    /** It overran the deadline too often and is not called for a while; it stays loaded. */
    QUARANTINED,
    /** Another generation took its place; requests that still run on it keep it alive. */
    SUPERSEDED,
    /** It is no longer lent, and waits for the requests that still run on it. */
    DRAINING,
    /** No request runs on it any more and the host has let it go. */
    UNLOADED,
    /** It was released, but something still holds its classes. */
    LEAKED,
    /** The host refuses it in its present form; none of its code stays loaded. */
    REJECTED,
    /** Its own code failed while it was started. */
    FAILED
}
