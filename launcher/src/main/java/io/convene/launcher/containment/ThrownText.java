package io.convene.launcher.containment;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/**
 * A bundle's exception, as text for the log. The object itself is not kept: it holds the bundle's
 * classes. It may override any method of it, so none is trusted.
 */
final class ThrownText {
    private static final int LONGEST_MESSAGE = 500;
    private static final int MOST_FRAMES = 40;
    private static final int MOST_CAUSES = 5;

    private ThrownText() {}

    /**
     * The class, the message and the stack of the exception, and of its causes.
     *
     * @param clean takes secrets out of a message, before it is cut
     */
    static String of(Throwable thrown, UnaryOperator<String> clean) {
        StringBuilder text = new StringBuilder();
        try {
            Throwable one = thrown;
            for (int i = 0; one != null && i < MOST_CAUSES; i++) {
                text.append(i == 0 ? "" : "\nCaused by: ");
                text.append(one.getClass().getName()).append(message(one.getMessage(), clean));
                append(text, one.getStackTrace());
                one = one.getCause();
            }
        } catch (Throwable e) {
            text.append(" (it fails itself when asked for its message, stack or cause)");
        }
        return text.isEmpty() ? "something" : text.toString();
    }

    /** The frames of a thread, each on a line of its own. */
    static String of(StackTraceElement[] frames) {
        StringBuilder text = new StringBuilder();
        append(text, frames);
        return text.toString();
    }

    private static void append(StringBuilder text, StackTraceElement[] frames) {
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("\n\tat ").append(frames[i]);
        }
        if (frames.length > MOST_FRAMES) {
            text.append("\n\t… ").append(frames.length - MOST_FRAMES).append(" more");
        }
    }

    private static String message(@Nullable String message, UnaryOperator<String> clean) {
        if (message == null) {
            return "";
        }
        String cleaned = clean.apply(message);
        String cut =
                cleaned.length() > LONGEST_MESSAGE
                        ? cleaned.substring(0, LONGEST_MESSAGE) + "…"
                        : cleaned;
        return ": " + plain(cut);
    }

    /** The text on one line, so that it cannot forge another one. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }
}
