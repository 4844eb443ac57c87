package io.convene.launcher.egress.wire;

import io.convene.launcher.time.Deadline;

import java.net.http.HttpRequest;

/** Sends a request once. Whoever calls this waits for its turn first and repeats it if need be. */
@FunctionalInterface
public interface Exchange {
    /** The result of the request by the deadline. */
    CallResult exchange(HttpRequest request, Deadline deadline, CallLog log);
}
