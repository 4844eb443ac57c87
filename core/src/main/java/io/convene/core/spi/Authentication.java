package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One way in which a vendor lets an account in: which credentials it takes and what every request
 * carries.
 */
public final class Authentication {
    private final String name;
    private final List<String> required;
    private final List<String> optional;
    private final @Nullable String header;
    private final @Nullable Secret value;

    private Authentication(Builder builder, @Nullable String header, @Nullable Secret value) {
        this.name = builder.name;
        this.required = List.copyOf(builder.required);
        this.optional = List.copyOf(builder.optional);
        this.header = header;
        this.value = value;
    }

    /**
     * Begins an authentication of that name, such as {@code api_key} or {@code
     * oauth2_client_credentials}.
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The name, as an account shows it. */
    public String name() {
        return name;
    }

    /** The credentials an account must have. */
    public List<String> required() {
        return required;
    }

    /** The credentials an account may have besides. */
    public List<String> optional() {
        return optional;
    }

    /**
     * Whether an access token is obtained with {@link AtsProvider#tokenRequest} and sent as {@code
     * Authorization: Bearer}.
     */
    public boolean isToken() {
        return header == null;
    }

    /** The header that every request carries, unless this is an authentication by token. */
    public Optional<String> header() {
        return Optional.ofNullable(header);
    }

    /** What that header says, unless this is an authentication by token. */
    public Optional<Secret> value() {
        return Optional.ofNullable(value);
    }

    /** Collects an authentication. */
    public static final class Builder {
        private final String name;
        private final List<String> required = new ArrayList<>();
        private final List<String> optional = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Names credentials an account must have. */
        public Builder requires(String... credentials) {
            required.addAll(List.of(credentials));
            return this;
        }

        /** Names credentials an account may have. */
        public Builder optional(String... credentials) {
            optional.addAll(List.of(credentials));
            return this;
        }

        /** Every request carries that header. */
        public Authentication header(String header, Secret value) {
            return new Authentication(
                    this,
                    Objects.requireNonNull(header, "header"),
                    Objects.requireNonNull(value, "value"));
        }

        /** A token is obtained first, once per account, and sent with every request. */
        public Authentication token() {
            return new Authentication(this, null, null);
        }
    }
}
