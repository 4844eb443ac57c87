package io.convene.launcher.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that an answer carries, so that caller and operator can name the same request. */
public final class RequestId {
    public static final HeaderName HEADER = HeaderNames.create(ConveneHeaders.REQUEST_ID);

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id that the caller sent, if it is sane; a new one otherwise. */
    static String of(Headers request) {
        return request.first(HEADER)
                .filter(sent -> SANE.matcher(sent).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
