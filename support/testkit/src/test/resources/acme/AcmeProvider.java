package com.acme.convene;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;

import java.util.Optional;

public final class AcmeProvider implements AtsProvider {
    private static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("Acme")
                    .host("api.acme.example")
                    .setting(
                            Setting.url("base_url")
                                    .defaultValue("https://api.acme.example")
                                    .help("The address of Acme's API."))
                    .authentication(Authentication.apiKey("X-Api-Key"))
                    .build();

    private final Listing<InterviewDraft> interviews = new AcmeInterviews();

    public AcmeProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(interviews);
    }
}
