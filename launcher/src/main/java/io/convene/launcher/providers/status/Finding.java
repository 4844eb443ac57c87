package io.convene.launcher.providers.status;

/**
 * A finding about a bundle, as text alone: nothing in it keeps the bundle's classes alive.
 *
 * @param reason one sentence: the mistake, with the subject's name
 * @param fix one sentence: the remedy
 */
public record Finding(ProviderCode code, String reason, String fix) {
    private static final int MAX_LENGTH = 600;

    public Finding {
        reason = plain(reason);
        fix = plain(fix);
    }

    /** Text from a bundle may be of any length and forge lines of a log. */
    static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }

    @Override
    public String toString() {
        return code.code() + " " + reason + " " + fix;
    }
}
