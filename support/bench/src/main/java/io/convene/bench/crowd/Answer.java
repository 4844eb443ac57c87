package io.convene.bench.crowd;

import java.util.regex.Pattern;

/**
 * An HTTP answer that arrived whole.
 *
 * @param status its status
 * @param retryAfter whether it has the header {@code Retry-After} with a number of seconds
 * @param body the beginning of its body if the status is not 200
 */
record Answer(int status, boolean retryAfter, String body) {
    static final int OK = 200;

    private static final int UNAVAILABLE = 503;
    private static final Pattern DOCUMENTED =
            Pattern.compile(
                    "\\s*\\{\\s*\"statusCode\":\\s*503,\\s*\"error\":\\s*\"Service Unavailable\",\\s*\"message\":\\s*\".+",
                    Pattern.DOTALL);

    boolean isServed() {
        return status == OK;
    }

    boolean isRefusal() {
        return status == UNAVAILABLE;
    }

    /** Whether a refusal says when to come again and has the documented body. */
    boolean isDocumented() {
        return retryAfter && DOCUMENTED.matcher(body).matches();
    }
}
