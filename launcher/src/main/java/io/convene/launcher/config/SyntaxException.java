package io.convene.launcher.config;

/** A file that does not follow the rules of its format. Quotes nothing of the file. */
final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * An error at a place of the file.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     */
    SyntaxException(int line, int column, String wrong) {
        super("line %d, column %d: %s".formatted(line, column, wrong));
    }

    /** An error without a place. */
    SyntaxException(String wrong) {
        super(wrong);
    }

    String wrong() {
        return String.valueOf(getMessage());
    }
}
