package io.convene.launcher.http;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer that is an error: status, one sentence, and its details. Carries no stack trace. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private transient @Nullable Remote remote;
    private transient @Nullable ErrorInsight insight;

    /**
     * The vendor's response, when the error is the vendor's.
     *
     * @param body its body, cleaned of secrets; empty when there was none
     */
    record Remote(String body) {}

    public ApiException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public ApiException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ApiException remote(String body) {
        remote = new Remote(body);
        return this;
    }

    public ApiException missingParameters(List<String> names) {
        return insight(ErrorInsight.missingParameters(names));
    }

    public ApiException insight(ErrorInsight entry) {
        insight = entry;
        return this;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Optional<Remote> remote() {
        return Optional.ofNullable(remote);
    }

    public Optional<ErrorInsight> insight() {
        return Optional.ofNullable(insight);
    }
}
