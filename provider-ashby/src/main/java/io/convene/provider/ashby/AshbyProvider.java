package io.convene.provider.ashby;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Setting;

import java.util.Optional;

/**
 * Ashby: one API key, sent as the user name of HTTP Basic with a blank password.
 *
 * @see <a href="https://developers.ashbyhq.com/docs/authentication">Ashby: authentication</a>
 */
public final class AshbyProvider implements AtsProvider {
    static final String BASE_URL = "base_url";

    private static final String API_KEY = "api_key";
    private static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("Ashby")
                    .documentation("https://docs.ashbyhq.com/how-do-i-generate-an-api-key")
                    .host("api.ashbyhq.com")
                    .setting(
                            Setting.url(BASE_URL)
                                    .label("Base URL")
                                    .defaultValue("https://api.ashbyhq.com")
                                    .help("The address of Ashby's API, without a path."))
                    .authentication(
                            Authentication.builder(API_KEY)
                                    .requires(API_KEY)
                                    .header("Authorization", Secret.basic(API_KEY))
                                    .build())
                    .build();

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(new AshbyInterviews());
    }
}
