package io.convene.launcher.config.yaml;

/** A file that does not follow the rules of its format. Quotes nothing of the file. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * An error at a place of the file.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     */
    public SyntaxException(int line, int column, String wrong) {
        super("line %d, column %d: %s".formatted(line, column, wrong));
    }

    /** An error without a place. */
    public SyntaxException(String wrong) {
        super(wrong);
    }

    public String wrong() {
        return String.valueOf(getMessage());
    }
}
