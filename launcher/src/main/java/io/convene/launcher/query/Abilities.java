package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Support;

import java.util.Set;

/**
 * What an integration can do, in the words that callers read.
 *
 * @param integration its name
 * @param support what its bundle declares
 */
public record Abilities(String integration, Support support) {
    /** The word for a filter that is refused and for a field that is never filled. */
    public static final String NONE = "none";

    /** Who evaluates a filter: {@code vendor}, {@code local}, {@code required} or {@code none}. */
    public String of(Filter filter) {
        if (support.required().contains(filter)) {
            return "required";
        }
        return support.treatment(filter, Set.of(filter)).map(Support.Treatment::text).orElse(NONE);
    }

    /** Whether a field is {@code filled}, filled on request ({@code expand}) or {@code none}. */
    public String of(Field field) {
        if (support.fills(field)) {
            return "filled";
        }
        return support.expands().contains(field) ? "expand" : NONE;
    }
}
