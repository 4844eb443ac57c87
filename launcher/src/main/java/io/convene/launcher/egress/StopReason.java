package io.convene.launcher.egress;

/** Why no further page may be requested within one request. */
public enum StopReason {
    /** Its time is over. */
    DEADLINE,
    /** It made as many calls as one answer may. */
    CALLS,
    /** The account's quota, or the vendor's own limit, has no room in time. */
    RATE_LIMITED
}
