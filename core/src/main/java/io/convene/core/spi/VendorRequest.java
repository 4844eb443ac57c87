package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to a vendor, stated but not sent. Secrets stand in it as references. Values of headers
 * and of form and JSON members are text, numbers, booleans, lists of these, or a {@link Secret}.
 */
public final class VendorRequest {
    private final String method;
    private final String url;
    private final Map<String, List<String>> query;
    private final Map<String, Object> headers;
    private final @Nullable Map<String, Object> json;
    private final @Nullable Map<String, Object> form;
    private final boolean anonymous;
    private final boolean alone;

    private VendorRequest(Builder builder) {
        this.method = builder.method;
        this.url = builder.url;
        this.query = new LinkedHashMap<>(builder.query);
        this.headers = new LinkedHashMap<>(builder.headers);
        this.json = builder.json == null ? null : new LinkedHashMap<>(builder.json);
        this.form = builder.form == null ? null : new LinkedHashMap<>(builder.form);
        this.anonymous = builder.anonymous;
        this.alone = builder.alone;
    }

    /** Begins a GET of an absolute URL without query. */
    public static Builder get(String url) {
        return new Builder("GET", url);
    }

    /** Begins a POST to an absolute URL without query. */
    public static Builder post(String url) {
        return new Builder("POST", url);
    }

    /** One part of a path, percent-encoded, slashes included. */
    public static String pathPart(String part) {
        return encode(part);
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The URL without its query. */
    public String url() {
        return url;
    }

    /** The query's parameters, not encoded; one that is repeated has several values. */
    public Map<String, List<String>> query() {
        return Collections.unmodifiableMap(query);
    }

    /** The URL with its query, percent-encoded. */
    public String fullUrl() {
        if (query.isEmpty()) {
            return url;
        }
        List<String> pairs = new ArrayList<>();
        query.forEach((name, values) ->
                values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        return url + "?" + String.join("&", pairs);
    }

    /** The headers: text or a {@link Secret} by name. */
    public Map<String, Object> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The members of the JSON body, in order, if there is one. */
    public Optional<Map<String, Object>> json() {
        return json == null ? Optional.empty() : Optional.of(new LinkedHashMap<>(json));
    }

    /** The fields of the form body, in order, if there is one. */
    public Optional<Map<String, Object>> form() {
        return form == null ? Optional.empty() : Optional.of(new LinkedHashMap<>(form));
    }

    /**
     * Whether the request goes out without the account's authentication, as a token request does.
     */
    public boolean isAnonymous() {
        return anonymous;
    }

    /**
     * Whether the vendor takes nothing beside what stands in the request, so that no remote_query
     * is merged.
     */
    public boolean isAlone() {
        return alone;
    }

    /** A builder that begins with all of this request. */
    public Builder copy() {
        Builder builder = new Builder(method, url);
        builder.query.putAll(query);
        builder.headers.putAll(headers);
        builder.json = json == null ? null : new LinkedHashMap<>(json);
        builder.form = form == null ? null : new LinkedHashMap<>(form);
        builder.anonymous = anonymous;
        builder.alone = alone;
        return builder;
    }

    @Override
    public String toString() {
        return method + " " + fullUrl();
    }

    private static String encode(String text) {
        // Ids and the commas between them: measured, the library takes a twentieth of a join for
        // them.
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_') {
                encoded.append(c);
            } else if (c == ',') {
                encoded.append("%2C");
            } else {
                return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            }
        }
        return encoded.toString();
    }

    /** Collects a request. */
    public static final class Builder {
        private final String method;
        private final String url;
        private final Map<String, List<String>> query = new LinkedHashMap<>();
        private final Map<String, Object> headers = new LinkedHashMap<>();
        private @Nullable Map<String, Object> json;
        private @Nullable Map<String, Object> form;
        private boolean anonymous;
        private boolean alone;

        private Builder(String method, String url) {
            this.method = method;
            this.url = Objects.requireNonNull(url, "url");
        }

        /** Sets a query parameter; the host encodes it. */
        public Builder query(String name, String value) {
            return query(name, List.of(value));
        }

        /** Sets a query parameter that is repeated, once for each value; left out without any. */
        public Builder query(String name, List<String> values) {
            if (values.isEmpty()) {
                query.remove(name);
            } else {
                query.put(Objects.requireNonNull(name, "name"), List.copyOf(values));
            }
            return this;
        }

        /** Sets a query parameter. */
        public Builder query(String name, long value) {
            return query(name, Long.toString(value));
        }

        /** Sets a header. */
        public Builder header(String name, String value) {
            headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
            return this;
        }

        /** Sets a header to credentials that the host fills in. */
        public Builder header(String name, Secret value) {
            headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
            return this;
        }

        /** The body is a JSON object, empty if no member follows. */
        public Builder json() {
            json = json == null ? new LinkedHashMap<>() : json;
            return this;
        }

        /** Sets a member of the JSON body. */
        public Builder json(String name, Object value) {
            Map<String, Object> members = json == null ? new LinkedHashMap<>() : json;
            members.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
            json = members;
            return this;
        }

        /** Sets a field of the form body: text or a {@link Secret}. */
        public Builder form(String name, Object value) {
            if (form == null) {
                form = new LinkedHashMap<>();
            }
            form.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
            return this;
        }

        /** The request goes out without the account's authentication. */
        public Builder anonymous() {
            anonymous = true;
            return this;
        }

        /** The vendor takes nothing beside what stands in the request, such as a cursor. */
        public Builder alone() {
            alone = true;
            return this;
        }

        /** The request. */
        public VendorRequest build() {
            return new VendorRequest(this);
        }
    }
}
