package io.convene.provider.greenhouse;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.util.Optional;

/**
 * Greenhouse through its Harvest API v3, let in by OAuth client credentials of a custom
 * integration.
 *
 * @see <a href="https://harvestdocs.greenhouse.io/docs/authentication">Harvest v3
 *     authentication</a>
 */
public final class GreenhouseProvider implements AtsProvider {
    static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("Greenhouse")
                    .host("harvest.greenhouse.io")
                    .host("auth.greenhouse.io")
                    .setting(
                            Setting.url("base_url")
                                    .label("Base URL")
                                    .defaultValue("https://harvest.greenhouse.io")
                                    .help("The address of the Harvest API, without /v3."))
                    .setting(
                            Setting.url("token_url")
                                    .label("Token URL")
                                    .defaultValue("https://auth.greenhouse.io/token")
                                    .help("The address that gives access tokens."))
                    .quota(50, Duration.ofSeconds(30))
                    .authentication(
                            Authentication.builder("oauth2_client_credentials")
                                    .requires("client_id", "client_secret")
                                    .optional("user_id")
                                    .token()
                                    .build())
                    .build();

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(new GreenhouseInterviews());
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        VendorRequest.Builder request =
                VendorRequest.post(connection.settings().url("token_url"))
                        .header("Authorization", Secret.basic("client_id", "client_secret"))
                        .form("grant_type", "client_credentials")
                        .anonymous();
        if (connection.has("user_id")) {
            // Without it the token acts as the credential's own service user.
            request.form("sub", Secret.of("user_id"));
        }
        return request.build();
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        return GreenhouseTokens.read(response, connection.now());
    }
}
