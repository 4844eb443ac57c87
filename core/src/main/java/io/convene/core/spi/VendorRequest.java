package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to a vendor, stated by a bundle and sent by the host. It holds references to secrets,
 * not their values. The host adds the account's authentication, unless the request is {@linkplain
 * #isAnonymous() anonymous}, and the caller's {@code remote_query}, unless it is {@linkplain
 * #isAlone() alone}. Immutable.
 *
 * <p>Values of headers are text or a {@link Secret}. Values of form and JSON members are text,
 * numbers, booleans, lists and maps of these, or a {@link Secret}. The headers {@code Connection},
 * {@code Content-Length}, {@code Expect}, {@code Host} and {@code Upgrade} cannot be set.
 *
 * @since 1.0.0
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

    /**
     * Begins a GET.
     *
     * @param url an absolute URL of http or https, without query and fragment
     * @return a builder
     */
    public static Builder get(String url) {
        return new Builder("GET", url);
    }

    /**
     * Begins a POST.
     *
     * @param url an absolute URL of http or https, without query and fragment
     * @return a builder
     */
    public static Builder post(String url) {
        return new Builder("POST", url);
    }

    /**
     * Encodes one part of a path, such as an id.
     *
     * @param part the part, not encoded
     * @return the part percent-encoded, slashes included
     */
    public static String pathPart(String part) {
        return PercentEncoding.encode(part);
    }

    /** The HTTP method, {@code GET} or {@code POST}. */
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
        return PercentEncoding.url(url, query);
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
     * Whether the vendor accepts nothing but the parameters of this request, so that the host adds
     * no {@code remote_query}.
     */
    public boolean isAlone() {
        return alone;
    }

    /**
     * Begins a request that is like this one.
     *
     * @return a builder with all of this request
     */
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

    /** Shows the method and the URL; neither holds a secret. */
    @Override
    public String toString() {
        return "%s %s".formatted(method, fullUrl());
    }

    /**
     * Collects a request. A parameter, header or member that is set twice counts as it was set
     * last. Not thread-safe.
     *
     * @since 1.0.0
     */
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

        /**
         * Sets a query parameter.
         *
         * @param name its name
         * @param value its value, not encoded
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder query(String name, String value) {
            return query(name, List.of(value));
        }

        /**
         * Sets a query parameter that is repeated, once for each value.
         *
         * @param name its name
         * @param values its values, not encoded; without any the parameter is left out
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder query(String name, List<String> values) {
            Checks.named(name, "The name of a query parameter");
            if (values.isEmpty()) {
                query.remove(name);
            } else {
                query.put(name, List.copyOf(values));
            }
            return this;
        }

        /**
         * Sets a query parameter.
         *
         * @param name its name
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder query(String name, long value) {
            return query(name, Long.toString(value));
        }

        /**
         * Sets a header.
         *
         * @param name its name
         * @param value its value, of visible ASCII characters and blanks
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder header(String name, String value) {
            return put(headers, name, value);
        }

        /**
         * Sets a header to credentials that the host fills in.
         *
         * @param name its name
         * @param value the credentials
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder header(String name, Secret value) {
            return put(headers, name, value);
        }

        /**
         * Makes the body a JSON object, empty if no member follows.
         *
         * @return this builder
         */
        public Builder json() {
            json = json == null ? new LinkedHashMap<>() : json;
            return this;
        }

        /**
         * Sets a member of the JSON body.
         *
         * @param name its name
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder json(String name, Object value) {
            json = json == null ? new LinkedHashMap<>() : json;
            return put(json, name, value);
        }

        /**
         * Sets a field of the form body.
         *
         * @param name its name
         * @param value text or a {@link Secret}
         * @return this builder
         * @throws IllegalArgumentException when the name is blank
         */
        public Builder form(String name, Object value) {
            form = form == null ? new LinkedHashMap<>() : form;
            return put(form, name, value);
        }

        /**
         * Lets the request go out without the account's authentication, as token requests do.
         *
         * @return this builder
         */
        public Builder anonymous() {
            anonymous = true;
            return this;
        }

        /**
         * Keeps the caller's {@code remote_query} out, for a vendor that accepts a cursor and
         * nothing else.
         *
         * @return this builder
         */
        public Builder alone() {
            alone = true;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws IllegalArgumentException when the URL has a query or a fragment, or there are a
         *     JSON body and a form body
         */
        public VendorRequest build() {
            if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
                throw new IllegalArgumentException(
                        "The URL must have no query and no fragment; set parameters with query(). Settings that hold URLs must have none either.");
            }
            if (json != null && form != null) {
                throw new IllegalArgumentException(
                        "The request has a JSON body and a form body; state one of the two.");
            }
            return new VendorRequest(this);
        }

        private Builder put(Map<String, Object> target, String name, Object value) {
            target.put(
                    Checks.named(name, "The name of a header or member"),
                    Objects.requireNonNull(value, name));
            return this;
        }
    }
}
