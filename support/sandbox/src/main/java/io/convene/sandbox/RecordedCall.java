package io.convene.sandbox;

import java.time.Instant;

/**
 * One request that reached a stand-in.
 *
 * @param integration whose stand-in answered
 * @param method the HTTP method
 * @param path the raw path below the stand-in's own first segment, such as {@code /v3/interviews}
 *     or {@code /token}
 * @param query the raw query string, empty when there was none
 * @param body the request body as text, cut after 4,096 characters
 * @param status the status answered
 * @param at when it came
 */
public record RecordedCall(
        String integration,
        String method,
        String path,
        String query,
        String body,
        int status,
        Instant at) {}
