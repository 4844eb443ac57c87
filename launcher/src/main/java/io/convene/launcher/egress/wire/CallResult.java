package io.convene.launcher.egress.wire;

import io.convene.core.spi.VendorException;

import java.net.http.HttpResponse;
import java.util.Set;

/** The result of one try of a call. */
public sealed interface CallResult {
    /** The statuses of a host that fails in passing. */
    Set<Integer> FAILING = Set.of(500, 502, 503, 504);

    /** The answer. */
    record Answered(HttpResponse<byte[]> answer) implements CallResult {
        public boolean isFailing() {
            return FAILING.contains(answer.statusCode());
        }
    }

    /**
     * No usable answer came.
     *
     * @param failure why
     * @param repeatable whether the next try may well fare better
     * @param hostFailed whether it says that the host does not work
     * @param tries how often the request went out
     */
    record Unanswered(VendorException failure, boolean repeatable, boolean hostFailed, int tries)
            implements CallResult {}

    /**
     * The answer, whatever its status.
     *
     * @throws VendorException when none came
     */
    default HttpResponse<byte[]> answerOrThrow() {
        return switch (this) {
            case Answered it -> it.answer();
            case Unanswered it -> throw it.failure();
        };
    }

    /** How often the request went out. */
    default int sent() {
        return this instanceof Unanswered unanswered ? unanswered.tries() : 1;
    }
}
