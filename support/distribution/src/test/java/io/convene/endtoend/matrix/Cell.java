package io.convene.endtoend.matrix;

import java.util.List;

/**
 * The required result of a request.
 *
 * @param text the text in the table
 * @param status of the answer
 * @param receipt the header {@code Convene-Filters}, empty for none
 * @param words texts of which a refusal contains at least one
 */
record Cell(String text, int status, String receipt, List<String> words) {
    static Cell works(String text, String receipt) {
        return new Cell(text, 200, receipt, List.of());
    }

    static Cell refused(String why, String... words) {
        return new Cell("400: " + why, 400, "", List.of(words));
    }
}
