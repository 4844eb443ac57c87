package io.convene.provider.fountain;

import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.util.Optional;

/**
 * Fountain through its Hire API v2, let in by an API key or, at the gateway, by OAuth client
 * credentials.
 *
 * @see <a href="https://developer.fountain.com/reference/authentication">Fountain:
 *     authentication</a>
 */
public final class FountainProvider implements AtsProvider {
    static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("Fountain")
                    .documentation("https://developer.fountain.com/reference/authentication")
                    .host("*.fountain.com")
                    .setting(
                            Setting.url("base_url")
                                    .label("Base URL")
                                    .defaultValue("https://api.fountain.com/v2")
                                    .help(
                                            "The address of the API with its version: https://<instance>.fountain.com/api/v2,"
                                                    + " or https://services.fountain.com/api/servicehire/v2 with client credentials."))
                    .setting(
                            Setting.url("token_url")
                                    .label("Token URL")
                                    .defaultValue(
                                            "https://services.fountain.com/api/servicesecurity/processes/apikey/oauth/token")
                                    .help(
                                            "The address that gives access tokens for client credentials."))
                    .setting(
                            Setting.zone(FountainTimes.TIME_ZONE)
                                    .help(
                                            "The zone of the openings, such as America/Los_Angeles, for times without a year."))
                    .setting(
                            Setting.choice(
                                            FountainStatuses.NO_SHOW_STATUS,
                                            FountainStatuses.texts())
                                    .defaultValue(InterviewStatus.CANCELLED.text())
                                    .help(
                                            "The status of an interview that the candidate did not come to."))
                    .quota(120, Duration.ofMinutes(1))
                    .authentication(Authentication.apiKey("X-ACCESS-TOKEN"))
                    .authentication(
                            Authentication.builder("oauth2_client_credentials")
                                    .requires("client_id", "client_secret")
                                    .token()
                                    .build())
                    .build();

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(new FountainInterviews());
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        return FountainTokens.request(connection.settings());
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        return FountainTokens.read(response);
    }
}
