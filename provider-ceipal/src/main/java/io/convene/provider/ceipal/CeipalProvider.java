package io.convene.provider.ceipal;

import io.convene.core.InterviewDraft;
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
 * Ceipal: a user's e-mail and password with an API key give a token for about an hour.
 *
 * <p>Ceipal's page about interviews is not public: the path of the list and the names of a record's
 * members are settings, with defaults that follow from Ceipal's other APIs.
 *
 * @see <a href="https://developer.ceipal.com/ceipal-ats-version-one/authentication">Ceipal:
 *     authentication</a>
 */
public final class CeipalProvider implements AtsProvider {
    private static final ProviderDescriptor DESCRIPTOR = describe();

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(new CeipalInterviews());
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        return renewal
                ? CeipalTokens.renewal(connection.settings())
                : CeipalTokens.login(connection.settings());
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        return CeipalTokens.read(response, connection.now());
    }

    private static ProviderDescriptor describe() {
        ProviderDescriptor.Builder descriptor =
                ProviderDescriptor.builder("Ceipal")
                        .host("api.ceipal.com")
                        .setting(
                                Setting.url(CeipalSettings.BASE_URL)
                                        .label("Base URL")
                                        .defaultValue("https://api.ceipal.com")
                                        .help("The address of Ceipal's API, without the version."))
                        .setting(
                                Setting.choice(CeipalSettings.API_VERSION, "v2", "v1")
                                        .label("API version")
                                        .defaultValue("v2")
                                        .help(
                                                "Ids and tokens of one version do not fit the other."))
                        .setting(
                                Setting.zone(CeipalSettings.TIME_ZONE)
                                        .defaultValue("UTC")
                                        .help(
                                                "The zone of times that Ceipal states without an offset."))
                        .setting(
                                Setting.text(CeipalSettings.INTERVIEWS_PATH)
                                        .help(
                                                "The whole path of the interviews' list below base_url; without"
                                                        + " it /<api_version>/getInterviewsList/."))
                        .quota(60, Duration.ofMinutes(1))
                        .authentication(
                                Authentication.builder("password")
                                        .requires("email", "password", "api_key")
                                        .token()
                                        .build());
        for (CeipalField field : CeipalField.values()) {
            descriptor.setting(
                    Setting.text(field.setting())
                            .defaultValue(field.defaultNames())
                            .help(field.description()));
        }
        return descriptor.build();
    }
}
