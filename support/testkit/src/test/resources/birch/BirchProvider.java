package com.birch.convene;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;

import java.util.Optional;

/** Birch: one API key in a header. */
public final class BirchProvider implements AtsProvider {
    private static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("Birch")
                    .host("api.birch.example")
                    .setting(
                            Setting.url("base_url")
                                    .defaultValue("https://api.birch.example")
                                    .help("The address of Birch's API."))
                    .authentication(Authentication.apiKey("X-Api-Key"))
                    .build();

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(new BirchInterviews());
    }
}
