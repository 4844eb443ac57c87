package io.convene.launcher.config;

/** Whether unknown parameters of a request are refused or ignored. */
public enum Compatibility {
    /** It is refused with 400. */
    STRICT,
    /** Parameters that the original endpoint ignores are ignored too, with a receipt. */
    ORIGINAL
}
