package io.convene.launcher.config;

/** What is done with a request that asks for what is not there. */
public enum Compatibility {
    /** It is refused with 400. */
    STRICT,
    /** What the original endpoint passes over is passed over too, with a receipt. */
    ORIGINAL
}
