package io.convene.bench.crowd;

/**
 * Callers in turns, whether earlier requests are answered or not. All times are nanoseconds.
 *
 * @param interval between two requests
 * @param callers how many take turns
 * @param time nothing is sent later
 */
record SteadyPace(long interval, int callers, long time) implements Pace {
    @Override
    public long first(int caller) {
        return caller * interval < time ? caller * interval : NEVER;
    }

    @Override
    public long next(long due, long now, boolean served) {
        long at = due + callers * interval;
        return at < time ? at : NEVER;
    }

    @Override
    public boolean isFromDue() {
        return true;
    }
}
