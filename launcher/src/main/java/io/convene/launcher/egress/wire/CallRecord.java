package io.convene.launcher.egress.wire;

import java.time.Duration;

/**
 * One call that was made to a vendor, free of secrets.
 *
 * @param method the HTTP method
 * @param url the URL with its query
 * @param status the HTTP status, 0 when no answer came
 * @param duration the time until the answer was complete, or until it was given up
 */
public record CallRecord(String method, String url, int status, Duration duration) {}
