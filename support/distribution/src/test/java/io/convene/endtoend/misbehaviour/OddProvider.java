package io.convene.endtoend.misbehaviour;

import io.convene.endtoend.CompiledBundle;

/** The source of a provider that works, unless an account's setting {@code fault} names a fault. */
final class OddProvider {
    private static final String SOURCE =
            """
            package PACKAGE;

            import io.convene.core.*;
            import io.convene.core.spi.*;
            import java.util.Optional;

            public final class Odd implements AtsProvider, Listing<InterviewDraft> {
                MEMBERS
                public ProviderDescriptor descriptor() {
                    return ProviderDescriptor.builder("Odd").host("api.odd.example")
                            .setting(Setting.url("base_url")).setting(Setting.text("fault"))
                            .authentication(Authentication.apiKey("X-Key")).build();
                }
                public Optional<Listing<InterviewDraft>> interviews() { return Optional.of(this); }
                public Support support(Settings settings) { return Support.builder().build(); }
                public VendorRequest request(Query query, Position position) {
                    String fault = query.settings().find("fault").orElse("");
                    return VendorRequest.get(fault.startsWith("http") ? fault : query.settings().url("base_url") + "/list").build();
                }
                public Page page(VendorResponse response, Query query, Position position) {
                    switch (query.settings().find("fault").orElse("")) {
                        case "throws": throw new IllegalStateException("odd");
                        case "error": throw new AssertionError("odd");
                        case "linkage": throw new NoClassDefFoundError("acme/Missing");
                        case "memory": throw new OutOfMemoryError("odd");
                        case "overflow": return page(response, query, position);
                        case "null": return null;
                        case "blocks": until(false); break;
                        case "spins": until(true); break;
                        default: break;
                    }
                    return Page.last(response.json().each("items"));
                }
                public void map(Item item, Query query, InterviewDraft draft) { draft.id(item.text("id")); }

                /** Does not return for a while, whoever interrupts it. */
                private static void until(boolean busy) {
                    long begin = System.nanoTime();
                    while (System.nanoTime() - begin < 20_000_000_000L) {
                        if (!busy) {
                            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
                        }
                    }
                }
            }
            """;

    private OddProvider() {}

    /** A bundle of that integration. */
    static CompiledBundle of(String id) {
        return with(id, "");
    }

    /** A bundle of that integration whose provider has further members. */
    static CompiledBundle with(String id, String members) {
        return CompiledBundle.of(id, SOURCE.replace("MEMBERS", members));
    }
}
