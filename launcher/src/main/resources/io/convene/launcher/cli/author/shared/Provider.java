package {{package}};

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;

import java.util.Optional;

/** {{Title}}: its hosts, settings and credentials, and its list of interviews. */
public final class {{Name}}Provider implements AtsProvider {
    private static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("{{Title}}")
                    .host("api.{{id}}.example")
                    .setting(
                            Setting.url("base_url")
                                    .defaultValue("https://api.{{id}}.example")
                                    .help("The address of the API."))
                    .authentication(Authentication.apiKey("X-Api-Key"))
                    .build();

    private final Listing<InterviewDraft> interviews = new {{Name}}Interviews();

    /** Called by the host. */
    public {{Name}}Provider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(interviews);
    }
}
