package io.convene.endtoend;

import io.convene.launcher.api.request.ParameterNames;

import java.util.Set;
import java.util.TreeSet;

/** Shows the tests of the packaged whole which parameters the launcher knows. */
public final class KnownParameters {
    private KnownParameters() {}

    /** The names of all parameters of the list. */
    public static Set<String> names() {
        return new TreeSet<>(ParameterNames.all());
    }
}
