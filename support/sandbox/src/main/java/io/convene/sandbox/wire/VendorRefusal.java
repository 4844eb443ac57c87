package io.convene.sandbox.wire;

/** Carries the vendor's error answer out of a rule that was broken. */
public final class VendorRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    public VendorRefusal(Reply reply) {
        super("refused with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
