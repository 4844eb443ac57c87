package io.convene.bench;

/**
 * What a number has to be.
 *
 * @param text what the number is
 * @param format how it is written
 * @param must what it has to reach
 * @param goal what it should reach
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

    /** A line with the number, what it has to be, and whether it is. */
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
