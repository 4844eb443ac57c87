package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One way in which a vendor authenticates an account: the credentials that the account must have,
 * and the headers and parameters that every request carries. A bundle declares it in its {@link
 * ProviderDescriptor}. Immutable.
 *
 * <pre>{@code
 * Authentication.apiKey("X-API-KEY")
 *
 * Authentication.builder("basic").requires("api_key").header("Authorization", Secret.basic("api_key")).build()
 *
 * Authentication.builder("oauth2_client_credentials").requires("client_id", "client_secret").token().build()
 * }</pre>
 *
 * @since 1.0.0
 */
public final class Authentication {
    private static final String API_KEY = "api_key";

    private final String name;
    private final List<String> required;
    private final List<String> optional;
    private final @Nullable String header;
    private final @Nullable Secret value;

    private Authentication(Builder builder) {
        this.name = builder.name;
        this.required = List.copyOf(builder.required);
        this.optional = List.copyOf(builder.optional);
        this.header = builder.header;
        this.value = builder.value;
    }

    /**
     * The usual case: every request carries the credential {@code api_key} in one header.
     *
     * @param header the header's name, such as {@code X-API-KEY}
     * @return the authentication {@code api_key}
     * @throws IllegalArgumentException when the header's name is blank
     */
    public static Authentication apiKey(String header) {
        return builder(API_KEY).requires(API_KEY).header(header, Secret.of(API_KEY)).build();
    }

    /**
     * Begins an authentication.
     *
     * @param name its name, such as {@code oauth2_client_credentials}, as an account shows it
     * @return a builder without credentials
     * @throws IllegalArgumentException when the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name, as an account shows it. */
    public String name() {
        return name;
    }

    /** The credentials that an account must have; the host picks this authentication by them. */
    public List<String> required() {
        return required;
    }

    /** The credentials that an account may also have. */
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

    /** The header that every request carries; empty for an authentication by token. */
    public Optional<String> header() {
        return Optional.ofNullable(header);
    }

    /** The value of that header; empty for an authentication by token. */
    public Optional<Secret> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Collects an authentication: the credentials, then either {@link #header} or {@link #token}.
     * Not thread-safe.
     *
     * @since 1.0.0
     */
    public static final class Builder {
        private final String name;
        private final List<String> required = new ArrayList<>();
        private final List<String> optional = new ArrayList<>();
        private @Nullable String header;
        private @Nullable Secret value;
        private boolean token;

        private Builder(String name) {
            this.name = Checks.named(name, "The name of an authentication");
        }

        /**
         * Names credentials that an account must have.
         *
         * @param credentials the keys below an account's {@code credentials}
         * @return this builder
         * @throws IllegalArgumentException when one is blank or was named before
         */
        public Builder requires(String... credentials) {
            for (String credential : credentials) {
                Checks.addTo(required, credential, "The credential");
            }
            return this;
        }

        /**
         * Names credentials that an account may also have; {@link Connection#has} says whether one
         * does.
         *
         * @param credentials the keys below an account's {@code credentials}
         * @return this builder
         * @throws IllegalArgumentException when one is blank or was named before
         */
        public Builder optional(String... credentials) {
            for (String credential : credentials) {
                Checks.addTo(optional, credential, "The credential");
            }
            return this;
        }

        /**
         * Every request carries that header.
         *
         * @param header the header's name
         * @param value the credentials in it, each of which must be declared
         * @return this builder
         * @throws IllegalArgumentException when the header's name is blank
         */
        public Builder header(String header, Secret value) {
            this.header = Checks.named(header, "The header of an authentication");
            this.value = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * The host obtains a token with {@link AtsProvider#tokenRequest}, once for all requests of
         * an account, and sends it with every request.
         *
         * @return this builder
         */
        public Builder token() {
            token = true;
            return this;
        }

        /**
         * Builds the authentication.
         *
         * @return the authentication
         * @throws IllegalArgumentException when neither or both of {@link #header} and {@link
         *     #token} were called, or the header names a credential that is not declared
         */
        public Authentication build() {
            if (token == (header != null)) {
                throw new IllegalArgumentException(
                        "The authentication '%s' must have either a header or a token."
                                .formatted(name));
            }
            if (value != null) {
                List.of(value.first(), value.second()).forEach(this::requireDeclared);
            }
            return new Authentication(this);
        }

        private void requireDeclared(String credential) {
            if (!credential.isEmpty()
                    && !required.contains(credential)
                    && !optional.contains(credential)) {
                throw new IllegalArgumentException(
                        "The authentication '%s' sends the credential '%s', which it does not declare."
                                .formatted(name, credential));
            }
        }
    }
}
