package io.convene.launcher.admission;

/** The places that one account, token or vendor uses. Guarded by the lock of its admission. */
final class Use {
    private final Limited limited;
    private final String key;
    private final int most;
    private final Line line = new Line();
    private int needed;
    private int taken;

    /** None so far. */
    Use(Limited limited, String key, int most) {
        this.limited = limited;
        this.key = key;
        this.most = most;
    }

    Limited limited() {
        return limited;
    }

    String key() {
        return key;
    }

    int most() {
        return most;
    }

    int taken() {
        return taken;
    }

    /** Those that wait until this one has room. */
    Line line() {
        return line;
    }

    boolean hasRoom() {
        return taken < most;
    }

    /** A request needs a place of it, and has it or waits for one. */
    void need() {
        needed++;
    }

    /**
     * A request no longer needs it.
     *
     * @return whether none does
     */
    boolean needNoMore() {
        needed--;
        return needed == 0;
    }

    void take() {
        taken++;
    }

    void release() {
        taken--;
    }
}
