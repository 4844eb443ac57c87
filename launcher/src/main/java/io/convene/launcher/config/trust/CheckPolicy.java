package io.convene.launcher.config.trust;

/** What a check of bundles costs a bundle that does not pass it. */
public enum CheckPolicy {
    /** Nothing: bundles are not checked. */
    OFF,
    /** A warning; it is served. */
    WARN,
    /** It is refused. */
    REQUIRE
}
