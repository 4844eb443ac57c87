package io.convene.provider.ceipal;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.Optional;

/**
 * Ceipal: a user's e-mail and password with an API key give a token for about an hour.
 *
 * <p>Ceipal's page about interviews is not public: the path of the list and the names of a record's
 * members are settings, with what follows from its neighbours as defaults.
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
    public List<String> problems(Settings settings) {
        return CeipalSettings.problems(settings);
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
                ProviderDescriptor.named("Ceipal")
                        .host("api.ceipal.com")
                        .setting(
                                CeipalSettings.BASE_URL,
                                "https://api.ceipal.com",
                                "Where Ceipal's API is reached, without the version.")
                        .setting(
                                CeipalSettings.API_VERSION,
                                "v2",
                                "v2 or v1; ids and tokens of one do not fit the other.")
                        .setting(
                                CeipalSettings.TIME_ZONE,
                                "UTC",
                                "The zone of times that Ceipal states without an offset, as an IANA"
                                        + " name.")
                        .setting(
                                CeipalSettings.INTERVIEWS_PATH,
                                "",
                                "The whole path of the interviews' list below base_url; without"
                                        + " it /<api_version>/getInterviewsList/.")
                        .setting(
                                "quota",
                                "60/PT1M",
                                "How fast Ceipal is called; it bears 60 calls a minute.")
                        .authentication(
                                Authentication.named("password")
                                        .requires("email", "password", "api_key")
                                        .token());
        for (CeipalField field : CeipalField.values()) {
            descriptor.setting(field.setting(), field.defaultNames(), field.description());
        }
        return descriptor.build();
    }
}
