package io.convene.launcher.cli.doctor;

/**
 * The result of one check.
 *
 * @param check the name of the check
 * @param level how bad it is
 * @param text the result, and the remedy if there is something to do
 */
record Diagnosis(String check, Level level, String text) {
    /** How bad a result is. */
    enum Level {
        /** As it should be. */
        OK,
        /** Convene runs, but something may be missing. */
        WARNING,
        /** Convene does not start, or does not serve everything. */
        FAILED
    }

    static Diagnosis ok(String check, String text) {
        return new Diagnosis(check, Level.OK, text);
    }

    static Diagnosis warning(String check, String text) {
        return new Diagnosis(check, Level.WARNING, text);
    }

    static Diagnosis failed(String check, String text) {
        return new Diagnosis(check, Level.FAILED, text);
    }
}
