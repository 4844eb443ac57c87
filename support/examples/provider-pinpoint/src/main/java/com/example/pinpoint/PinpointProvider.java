package com.example.pinpoint;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;

import java.util.Optional;

/** Pinpoint: one host for each customer, an API key, and a list of interviews. */
public final class PinpointProvider implements AtsProvider {
    private static final ProviderDescriptor DESCRIPTOR =
            ProviderDescriptor.builder("Pinpoint")
                    .host("*.pinpointhq.com")
                    .setting(
                            Setting.url("base_url")
                                    .required()
                                    .help("The address, such as https://acme.pinpointhq.com."))
                    .setting(
                            Setting.text("start_attribute")
                                    .help("The attribute of an interview with its start."))
                    .setting(
                            Setting.text("end_attribute")
                                    .help("The attribute of an interview with its end."))
                    .authentication(Authentication.apiKey("X-API-KEY"))
                    .build();

    private final Listing<InterviewDraft> interviews = new PinpointInterviews();

    /** Called by the host. */
    public PinpointProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return Optional.of(interviews);
    }
}
