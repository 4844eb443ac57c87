package io.convene.launcher.egress;

import java.net.http.HttpRequest;

/** Sends a request once. Waiting for its turn and repeating it are the matter of {@link Call}. */
@FunctionalInterface
interface Exchange {
    /** What became of the request by the deadline. */
    CallResult exchange(HttpRequest request, Deadline deadline, CallLog log);
}
