package io.convene.launcher.api;

/** Which parameters do not go together. What is not refused here works together. */
final class Combinations {
    private Combinations() {}

    /**
     * Refuses what would have no meaning.
     *
     * @throws ApiException with 400 that says why
     */
    static void check(ListParameters asked, boolean lines) {
        if (asked.format() == Format.RAW) {
            refuse(
                    lines,
                    "application/x-ndjson",
                    "the raw format, which is one vendor answer as it is");
            refuse(
                    asked.wholeList(),
                    "truto_ignore_limit",
                    "the raw format, which is one vendor answer as it is");
            refuse(
                    asked.keyBy().isPresent(),
                    "truto_key_by",
                    "the raw format, whose records are not mapped");
            refuse(
                    !asked.excluded().isEmpty(),
                    "excluded fields",
                    "the raw format, which is one vendor answer as it is");
            refuse(
                    !asked.expand().isEmpty(),
                    "expand",
                    "the raw format, which makes no side calls");
        }
        if (asked.format() == Format.DEBUG) {
            refuse(
                    lines,
                    "application/x-ndjson",
                    "the debug format, which tells of one complete answer");
            refuse(
                    asked.wholeList(),
                    "truto_ignore_limit",
                    "the debug format, which tells of one complete answer");
        }
        refuse(
                lines && asked.keyBy().isPresent(),
                "application/x-ndjson",
                "truto_key_by, which makes one object of all interviews");
    }

    private static void refuse(boolean together, String one, String other) {
        if (together) {
            throw new ApiException(
                    400,
                    "The request has both " + one + " and " + other + "; leave out one of them.");
        }
    }
}
