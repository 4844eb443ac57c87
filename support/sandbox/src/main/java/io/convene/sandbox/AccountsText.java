package io.convene.sandbox;

import java.util.TreeMap;

/** The settings and credentials of all stand-ins of a sandbox, for people to read. */
public final class AccountsText {
    private AccountsText() {}

    /**
     * Lists the stand-ins.
     *
     * @param sandbox a sandbox that was started
     * @return a few lines for each stand-in
     */
    public static String of(Sandbox sandbox) {
        StringBuilder text = new StringBuilder();
        for (String integration : sandbox.integrations()) {
            text.append(integration).append('\n');
            new TreeMap<>(sandbox.settings(integration))
                    .forEach((name, value) -> line(text, name, value));
            new TreeMap<>(sandbox.credentials(integration))
                    .forEach((name, value) -> line(text, name, value));
        }
        return text.append("Ctrl-C stops the sandbox.\n").toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(" = ").append(value).append('\n');
    }
}
