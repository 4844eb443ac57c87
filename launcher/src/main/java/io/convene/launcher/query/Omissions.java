package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.Filter;

import java.util.List;

/**
 * Decides about a part of a query that the integration does not support: the query is refused, or
 * answered without the part.
 */
public interface Omissions {
    /**
     * A filter that nobody can evaluate. Returning leaves it out.
     *
     * @param refusal says so to the caller
     * @throws RuntimeException when the query is refused
     */
    void leaveOut(Filter filter, QueryRefusedException refusal);

    /**
     * A field that cannot be expanded. Returning leaves the expansion out.
     *
     * @param refusal says so to the caller
     * @throws RuntimeException when the query is refused
     */
    void leaveOut(Field field, QueryRefusedException refusal);

    /** The integrations that have the filter, for the sentence of the refusal. */
    List<String> integrationsWith(Filter filter);

    /** Refuses everything and names no other integration. */
    static Omissions none() {
        return new Omissions() {
            @Override
            public void leaveOut(Filter filter, QueryRefusedException refusal) {
                throw refusal;
            }

            @Override
            public void leaveOut(Field field, QueryRefusedException refusal) {
                throw refusal;
            }

            @Override
            public List<String> integrationsWith(Filter filter) {
                return List.of();
            }
        };
    }
}
