package io.convene.endtoend;

import java.util.List;

/**
 * What a request must come to.
 *
 * @param text what the table shows
 * @param status of the answer
 * @param receipt the header {@code Convene-Filters}, empty for none
 * @param words what a refusal speaks of, at least one of them
 */
record Cell(String text, int status, String receipt, List<String> words) {
    static Cell works(String text, String receipt) {
        return new Cell(text, 200, receipt, List.of());
    }

    static Cell refused(String why, String... words) {
        return new Cell("400: " + why, 400, "", List.of(words));
    }
}
