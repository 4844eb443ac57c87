package io.convene.launcher.egress;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Providers for the tests, by the way they authenticate. */
public final class TestProvider implements AtsProvider, ProviderHandle {
    public static final Authentication BY_KEY =
            Authentication.builder("api_key")
                    .requires("api_key")
                    .header("X-Key", Secret.of("api_key"))
                    .build();
    static final Authentication BY_BASIC =
            Authentication.builder("basic")
                    .requires("user")
                    .optional("password")
                    .header("Authorization", Secret.basic("user", "password"))
                    .build();
    public static final Authentication BY_TOKEN =
            Authentication.builder("oauth2").requires("client_id", "client_secret").token().build();

    private final ProviderDescriptor descriptor;
    private final boolean exchanges;
    private final String generation;

    private TestProvider(ProviderDescriptor descriptor, boolean exchanges, String generation) {
        this.descriptor = descriptor;
        this.exchanges = exchanges;
        this.generation = generation;
    }

    public static TestProvider with(Authentication... ways) {
        return of(described(), ways);
    }

    /**
     * A provider whose accounts may send that many calls a minute unless they say something else.
     */
    static TestProvider paced(int calls, Authentication... ways) {
        return of(described().quota(calls, Duration.ofMinutes(1)), ways);
    }

    private static ProviderDescriptor.Builder described() {
        return ProviderDescriptor.builder("Testing")
                .host("api.example.com")
                .host("*.example.org")
                .setting(Setting.url("base_url").defaultValue("https://api.example.com"));
    }

    private static TestProvider of(ProviderDescriptor.Builder builder, Authentication... ways) {
        for (Authentication way : ways) {
            builder.authentication(way);
        }
        return new TestProvider(builder.build(), false, "1");
    }

    /** The same, which exchanges a held token for another one. */
    TestProvider exchanging() {
        return new TestProvider(descriptor, true, generation);
    }

    public TestProvider generation(String other) {
        return new TestProvider(descriptor, exchanges, other);
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        String base = connection.settings().url("base_url");
        if (renewal && exchanges) {
            return VendorRequest.post(base + "/exchange")
                    .header("Token", Secret.heldToken())
                    .anonymous()
                    .build();
        }
        return VendorRequest.post(base + "/token")
                .header("Authorization", Secret.basic("client_id", "client_secret"))
                .form("grant_type", "client_credentials")
                .anonymous()
                .build();
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        if (!response.isSuccess()) {
            throw response.failure("");
        }
        String[] parts = response.text().split(" ");
        if (parts.length < 2) {
            throw new VendorException(VendorException.Kind.UNUSABLE_ANSWER, "There is no token.");
        }
        return Token.of(parts[0], Duration.ofSeconds(Long.parseLong(parts[1])));
    }

    @Override
    public AtsProvider provider() {
        return this;
    }

    @Override
    public <T> T bind(byte[] json, Class<T> type) {
        throw new IllegalArgumentException(
                "no " + type.getSimpleName() + " in " + new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> recall(String accountId, String key) {
        return Optional.of(accountId + "/" + key);
    }

    @Override
    public void remember(String accountId, String key, String value, Duration atMost) {}

    @Override
    public String generation() {
        return generation;
    }
}
