package io.convene.launcher.api.request;

import io.convene.launcher.http.ApiException;

import java.util.List;

/**
 * Which parameters do not go together. Any other combination works, unless {@link ListPlanner}
 * refuses its filters.
 */
final class Combinations {
    private final ListParameters asked;
    private final List<String> excludedBy;
    private final boolean lines;

    private Combinations(ListParameters asked, List<String> excludedBy, boolean lines) {
        this.asked = asked;
        this.excludedBy = excludedBy;
        this.lines = lines;
    }

    /**
     * Refuses combinations that would have no meaning, or ignores a part of them as the original
     * does.
     *
     * @param excludedBy the parameters by which fields are left out
     * @return the remaining parameters
     * @throws ApiException with 400 that says why
     */
    static ListParameters checked(ListParameters asked, List<String> excludedBy, boolean lines) {
        return new Combinations(asked, excludedBy, lines).checked();
    }

    private ListParameters checked() {
        refuseLines(
                asked.keyBy().isPresent(),
                "truto_key_by, which makes one object of all interviews");
        if (!asked.format().isMapped()) {
            return unmapped("the " + asked.format().text() + " format, which ");
        }
        return asked.format() == Format.DEBUG
                ? debug("the debug format, which tells of one complete answer")
                : asked;
    }

    private ListParameters unmapped(String format) {
        String asItIs = format + "is one vendor answer as it is";
        refuseLines(true, asItIs);
        pass(asked.wholeList(), "truto_ignore_limit", asItIs);
        pass(asked.keyBy().isPresent(), "truto_key_by", format + "maps no records");
        excludedBy.forEach(parameter -> pass(true, parameter, asItIs));
        pass(!asked.expand().isEmpty(), "expand", format + "makes no side calls");
        return asked.ofOneUnmappedPage();
    }

    private ListParameters debug(String format) {
        refuseLines(true, format);
        pass(asked.wholeList(), "truto_ignore_limit", format);
        return asked.ofOnePage();
    }

    /** Lines are Convene's own, so that the original has nothing to say about them. */
    private void refuseLines(boolean together, String other) {
        if (lines && together) {
            throw refusal(MediaTypeNegotiation.LINES, other);
        }
    }

    private void pass(boolean together, String parameter, String other) {
        if (together) {
            asked.ignored().pass(parameter, refusal(parameter, other));
        }
    }

    private static ApiException refusal(String one, String other) {
        return new ApiException(
                400, "The request has both " + one + " and " + other + "; leave out one of them.");
    }
}
