package io.convene.launcher.config;

import java.util.List;

/** A configuration that cannot be used. The message lists every problem, one a line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> problems) {
        super(
                "The configuration has "
                        + (problems.size() == 1 ? "one problem" : problems.size() + " problems")
                        + ":\n  "
                        + String.join("\n  ", problems),
                null,
                false,
                false);
    }
}
