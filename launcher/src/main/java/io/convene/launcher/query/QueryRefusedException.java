package io.convene.launcher.query;

import java.util.List;

/**
 * A query that cannot be answered as it was asked. The message is one sentence for the caller: the
 * mistake and the remedy. Carries no stack trace.
 */
public final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    QueryRefusedException(String sentence) {
        this(sentence, List.of());
    }

    QueryRefusedException(String sentence, List<String> missing) {
        super(sentence, null, false, false);
        this.missing = List.copyOf(missing);
    }

    /** The sentence for the caller. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The parameters that the query lacks; empty when it was refused for another reason. */
    public List<String> missing() {
        return missing;
    }
}
