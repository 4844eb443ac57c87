package io.convene.launcher.cli.providers;

import static io.convene.launcher.cli.providers.IdentityExamples.acme;
import static io.convene.launcher.cli.providers.IdentityExamples.of;

import io.convene.launcher.cli.providers.CodeExample.InServer;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;

import java.util.Map;

/** Faults of a bundle's running code. */
final class StartExamples {
    private static final String RUNNING =
            "Only a running server comes to this state, so the record of the bundle is brought into it directly.";

    private StartExamples() {}

    static void addTo(Map<ProviderCode, CodeExample> examples) {
        examples.put(
                ProviderCode.LOAD_FAILED,
                provider("public Acme() { throw new IllegalStateException(\"no licence\"); }"));
        examples.put(ProviderCode.DESCRIPTOR_FAILED, descriptor("return null;"));
        examples.put(ProviderCode.NO_HOSTS, built(""));
        examples.put(ProviderCode.BAD_HOST, built(".host(\"localhost\")"));
        examples.put(
                ProviderCode.START_TIMED_OUT,
                provider("public Acme() throws InterruptedException { Thread.sleep(600_000); }"));
        examples.put(
                ProviderCode.NO_AUTHENTICATION,
                descriptor(
                        "return ProviderDescriptor.builder(\"Acme\").host(\"api.acme.example\").build();"));
        examples.put(ProviderCode.INTERVIEWS_FAILED, interviews("return null;"));
        examples.put(
                ProviderCode.SUPPORT_FAILED,
                interviews(
                        """
                        return java.util.Optional.of(new Listing<>() {
                            public Support support(Settings settings) { return null; }
                            public VendorRequest request(Query query, Position position) { return null; }
                            public Page page(VendorResponse response, Query query, Position position) { return null; }
                            public void map(io.convene.core.Item item, Query query, io.convene.core.InterviewDraft draft) {}
                        });
                        """));
        examples.put(
                ProviderCode.QUARANTINED,
                new InServer(
                        record -> {
                            record.reached(ProviderState.ACTIVE);
                            record.quarantined("it did not return from page() in time 3 times");
                        },
                        RUNNING));
        examples.put(
                ProviderCode.LEAKED,
                new InServer(
                        record ->
                                record.ended(
                                        ProviderCode.LEAKED.about(
                                                "acme-1.0.0.jar",
                                                "a thread of its code still runs (acme-poll)")),
                        RUNNING));
    }

    private static CodeExample provider(String members) {
        return of(acme().provider(members));
    }

    private static CodeExample descriptor(String body) {
        return provider("public ProviderDescriptor descriptor() { " + body + " }");
    }

    private static CodeExample built(String part) {
        return descriptor(
                "return ProviderDescriptor.builder(\"Acme\")"
                        + part
                        + ".authentication(Authentication.builder(\"key\").requires(\"key\").header(\"X-Key\", Secret.of(\"key\")).build()).build();");
    }

    private static CodeExample interviews(String body) {
        return provider(
                "public java.util.Optional<Listing<io.convene.core.InterviewDraft>> interviews() { "
                        + body
                        + " }");
    }
}
