package io.convene.launcher.api;

import io.convene.core.Field;

import java.util.Set;

/** Which parameters do not go together. What is not refused here works together. */
final class Combinations {
    private static final String ONE_ANSWER = "the raw format, which is one vendor answer as it is";
    private static final String COMPLETE = "the debug format, which tells of one complete answer";

    private final ListParameters asked;
    private final boolean lines;

    private Combinations(ListParameters asked, boolean lines) {
        this.asked = asked;
        this.lines = lines;
    }

    /**
     * Refuses what would have no meaning, or passes over it as the original does.
     *
     * @return what is left of it
     * @throws ApiException with 400 that says why
     */
    static ListParameters checked(ListParameters asked, boolean lines) {
        return new Combinations(asked, lines).checked();
    }

    private ListParameters checked() {
        refuseLines(
                asked.keyBy().isPresent(),
                "truto_key_by, which makes one object of all interviews");
        return switch (asked.format()) {
            case RAW -> raw();
            case DEBUG -> debug();
            case UNIFIED, NORMALIZED -> asked;
        };
    }

    private ListParameters raw() {
        refuseLines(true, ONE_ANSWER);
        pass(asked.wholeList(), "truto_ignore_limit", ONE_ANSWER);
        pass(
                asked.keyBy().isPresent(),
                "truto_key_by",
                "the raw format, whose records are not mapped");
        String excluding =
                asked.excluded().equals(Set.of(Field.REMOTE_DATA))
                        ? "truto_ignore_remote_data"
                        : "truto_exclude_fields";
        pass(!asked.excluded().isEmpty(), excluding, ONE_ANSWER);
        pass(!asked.expand().isEmpty(), "expand", "the raw format, which makes no side calls");
        return asked.ofOneUnmappedPage();
    }

    private ListParameters debug() {
        refuseLines(true, COMPLETE);
        pass(asked.wholeList(), "truto_ignore_limit", COMPLETE);
        return asked.ofOnePage();
    }

    /** Lines are Convene's own, so that the original has nothing to say about them. */
    private void refuseLines(boolean together, String other) {
        if (lines && together) {
            throw refusal("application/x-ndjson", other);
        }
    }

    private void pass(boolean together, String parameter, String other) {
        if (together) {
            asked.unheeded().pass(parameter, refusal(parameter, other));
        }
    }

    private static ApiException refusal(String one, String other) {
        return new ApiException(
                400, "The request has both " + one + " and " + other + "; leave out one of them.");
    }
}
