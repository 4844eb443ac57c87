package io.convene.bench;

/**
 * The limits for a number.
 *
 * @param text the name of the number
 * @param format its format
 * @param must the value that it has to reach
 * @param goal the value that it should reach
 * @param atLeast whether more is better
 */
record Goal(String text, String format, double must, double goal, boolean atLeast) {
    static Goal atLeast(String text, double must, double goal) {
        return new Goal(text, "%.2fx", must, goal, true);
    }

    static Goal atMost(String text, double must, double goal) {
        return new Goal(text, "%.2fx", must, goal, false);
    }

    static Goal milliseconds(String text, double must) {
        return new Goal(text, "%.2f ms", must, must, false);
    }

    static Goal none(String text) {
        return new Goal(text, "%.0f", 0, 0, false);
    }

    /** Returns a line with the number, its limits, and whether it keeps them. */
    String judge(Spread spread) {
        String sign = atLeast ? "≥ " : "≤ ";
        String wanted =
                "must be "
                        + sign
                        + Spread.number(format, must)
                        + (goal == must ? "" : ", goal " + Spread.number(format, goal));
        return "- "
                + text
                + ": **"
                + Spread.number(format, spread.median())
                + "** ("
                + Spread.number(format, spread.min())
                + "–"
                + Spread.number(format, spread.max())
                + "); "
                + wanted
                + ": "
                + verdict(spread.median());
    }

    private String verdict(double value) {
        if (reaches(value, goal)) {
            return goal == must ? "met" : "goal met";
        }
        return reaches(value, must) ? "met" : "**not met**";
    }

    private boolean reaches(double value, double bound) {
        return atLeast ? value >= bound : value <= bound;
    }
}
