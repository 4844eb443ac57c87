package io.convene.launcher.egress.coding;

import java.net.ProtocolException;

/** An answer cannot be read, and asking again would not help. */
public final class UnusableAnswerException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /**
     * An answer that cannot be read.
     *
     * @param why completes the sentence "The answer of that host …", without a full stop
     */
    public UnusableAnswerException(String why) {
        super(why);
    }
}
