package io.convene.launcher.api;

/**
 * Which parameters do not go together. What is neither refused here nor, for filters, by {@link
 * ListPlanner} works together.
 */
final class Combinations {
    private Combinations() {}

    /**
     * Refuses what would have no meaning.
     *
     * @throws ApiException with 400 that says why
     */
    static void check(ListParameters asked, boolean lines) {
        refuse(
                lines && asked.keyBy().isPresent(),
                "application/x-ndjson",
                "truto_key_by, which makes one object of all interviews");
        if (!asked.format().isMapped()) {
            String format = "the " + asked.format().text() + " format, which ";
            String asItIs = format + "is one vendor answer as it is";
            refuse(lines, "application/x-ndjson", asItIs);
            refuse(asked.wholeList(), "truto_ignore_limit", asItIs);
            refuse(asked.keyBy().isPresent(), "truto_key_by", format + "maps no records");
            refuse(!asked.excluded().isEmpty(), "excluded fields", asItIs);
            refuse(!asked.expand().isEmpty(), "expand", format + "makes no side calls");
        }
        if (asked.format() == Format.DEBUG) {
            String format = "the debug format, which tells of one complete answer";
            refuse(lines, "application/x-ndjson", format);
            refuse(asked.wholeList(), "truto_ignore_limit", format);
        }
    }

    private static void refuse(boolean together, String one, String other) {
        if (together) {
            throw new ApiException(
                    400,
                    "The request has both " + one + " and " + other + "; leave out one of them.");
        }
    }
}
