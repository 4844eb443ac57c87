package io.convene.launcher.egress.wire;

import java.net.http.HttpResponse.BodyHandler;

/** The body of an answer as it is read. Belongs to one attempt. */
interface AnswerBody extends BodyHandler<byte[]> {
    /** Whether the head of an answer came. */
    boolean isBegun();

    /** Whether reading ended because of the limit. */
    boolean isTooLarge();
}
