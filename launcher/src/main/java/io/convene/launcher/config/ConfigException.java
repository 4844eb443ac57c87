package io.convene.launcher.config;

import java.util.List;

/** A configuration that cannot be used. The message lists every problem on a line of its own. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> problems, int more) {
        super(message(problems, more), null, false, false);
    }

    private static String message(List<String> problems, int more) {
        int count = problems.size() + more;
        String head = count == 1 ? "one problem" : "%d problems".formatted(count);
        String rest = more == 0 ? "" : "\n  and %d more.".formatted(more);
        return "The configuration has %s:\n  %s%s"
                .formatted(head, String.join("\n  ", problems), rest);
    }
}
