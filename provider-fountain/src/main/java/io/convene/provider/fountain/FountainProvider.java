package io.convene.provider.fountain;

import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
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
                            Setting.zone(SlotTimes.TIME_ZONE)
                                    .help(
                                            "The zone of the openings, such as America/Los_Angeles, for times without a year."))
                    .setting(
                            Setting.choice(SlotStatus.NO_SHOW_STATUS, SlotStatus.texts())
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

    /** A little less than the documented hour, for an answer that says nothing. */
    private static final Duration USUAL = Duration.ofMinutes(55);

    /** For an answer that says what cannot be read. */
    private static final Duration SAFE = Duration.ofMinutes(5);

    private final Listing<InterviewDraft> interviews = new SlotListing();

    /** For {@link java.util.ServiceLoader}. */
    public FountainProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(interviews);
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        return VendorRequest.post(connection.settings().url("token_url"))
                .header("Authorization", Secret.basic("client_id", "client_secret"))
                .form("grant_type", "client_credentials")
                .form("scopes", "employer")
                .anonymous()
                .build();
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        if (!response.isSuccess()) {
            throw Answers.isRefusalOfClient(response)
                    ? Answers.refusedClient(response)
                    : Answers.refusal(response);
        }
        Item body = response.json();
        Text token = body.id("access_token");
        if (!token.isPresent()) {
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "Fountain answered the token request without an access_token.");
        }
        return Token.of(token.string(), lifetime(body.at("expires_in")));
    }

    private static Duration lifetime(Item seconds) {
        if (seconds.isMissing()) {
            return USUAL;
        }
        return seconds.text()
                .optional()
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(digits -> Duration.ofSeconds(Long.parseLong(digits)))
                .filter(Duration::isPositive)
                .orElse(SAFE);
    }
}
