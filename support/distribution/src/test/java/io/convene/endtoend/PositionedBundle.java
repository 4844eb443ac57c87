package io.convene.endtoend;

import java.nio.file.Path;

/**
 * A bundle of the integration {@code odd}, compiled here: it reads {@code /list/<token>} and fails
 * with an exception of its own where there is a setting {@code mode}.
 */
public final class PositionedBundle {
    private static final String PROVIDER =
            """
            package PACKAGE;

            import io.convene.core.*;
            import io.convene.core.spi.*;
            import java.util.Optional;


            public final class Odd implements AtsProvider, Listing<InterviewDraft> {
                private static final int FORMAT = POSITION_FORMAT;

                public ProviderDescriptor descriptor() {
                    return ProviderDescriptor.builder("Odd").host("api.odd.example").setting(Setting.url("base_url")).setting(Setting.text("mode"))
                            .authentication(Authentication.builder("api_key").requires("api_key")
                                    .header("X-Key", Secret.of("api_key")).build()).build();
                }
                public Optional<Listing<InterviewDraft>> interviews() { return Optional.of(this); }
                public Support support(Settings settings) { return Support.builder().build(); }
                public VendorRequest request(Query query, Position position) {
                    if (query.settings().find("mode").isPresent()) {
                        throw new IllegalStateException("acme.odd.Odd failed in /opt/odd/state with the-key-of-odd");
                    }
                    if (!position.isFirst() && position.format() != FORMAT) {
                        throw new VendorException(VendorException.Kind.BAD_CURSOR,
                                "The next_cursor is of another version; leave it out to start again.");
                    }
                    return VendorRequest.get(query.settings().text("base_url") + "/list/"
                            + (position.isFirst() ? "1" : position.token())).build();
                }
                public Page page(VendorResponse response, Query query, Position position) {
                    Item body = response.json();
                    Optional<String> next = body.text("next").optional();
                    return next.isEmpty() ? Page.last(body.each("items"))
                            : Page.of(body.each("items"), Position.of(FORMAT, 0, next.get()));
                }
                public void map(Item item, Query query, InterviewDraft draft) { draft.id(item.text("id")); }
            }
            """;

    private PositionedBundle() {}

    /** Writes that version of the bundle, whose positions have that format, into the folder. */
    public static void write(Path providers, String version, int positionFormat) throws Exception {
        CompiledBundle.of(
                        "odd",
                        PROVIDER.replace("POSITION_FORMAT", Integer.toString(positionFormat)))
                .version(version)
                .writeTo(providers.resolve("odd-" + version + ".jar"));
    }
}
