package io.convene.launcher.providers.code;

import java.util.Locale;

/** The work that a bundle must leave to its host. */
public enum Matter {
    CONNECTIONS,
    FILES,
    PROCESSES,
    THREADS,
    /** Of the contract only: a bundle that reads a clock harms nobody. */
    CLOCKS,
    CLASS_LOADING,
    REFLECTION,
    NATIVE_CODE,
    ENVIRONMENT,
    JVM_SETTINGS,
    /** A part of the JDK or of the host that no rule names. */
    OTHER;

    /** Its name in the rules. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in "a bundle may use no connections". */
    public String text() {
        return switch (this) {
            case JVM_SETTINGS -> "settings of the JVM";
            case OTHER -> "other parts of the JDK or the host";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
