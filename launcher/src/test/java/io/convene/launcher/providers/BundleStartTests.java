package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.status.Finding;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;

class BundleStartTests {
    private Ground ground;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void reportsAConstructorThatThrows() {
        ProviderStatus status =
                ended(
                        "public Acme() { throw new IllegalStateException(\"no licence\"); }",
                        ProviderState.FAILED,
                        ProviderCode.LOAD_FAILED);

        assertThat(status.reason().orElseThrow())
                .contains("java.lang.IllegalStateException: no licence");
    }

    @Test
    void reportsAStaticInitialiserThatThrows() {
        ProviderStatus status =
                ended(
                        "static final int NUMBER = Integer.parseInt(\"seven\");",
                        ProviderState.FAILED,
                        ProviderCode.LOAD_FAILED);

        assertThat(status.reason().orElseThrow()).contains("NumberFormatException", "seven");
    }

    @Test
    void reportsAProviderMethodThatHidesItsClass() {
        ended(
                "public static AtsProvider provider() { return new Acme(); }",
                ProviderState.FAILED,
                ProviderCode.LOAD_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new StackOverflowError();",
                "throw new UnsupportedOperationException() { @Override public String getMessage() { throw this; } };",
                "return null;",
                "return ProviderDescriptor.builder(\" \").build();",
                "return ProviderDescriptor.builder(\"Acme\").host(\"\").build();",
                "return ProviderDescriptor.builder(\"Acme\").host(\"https://api.acme.example\").build();",
                "return ProviderDescriptor.builder(\"Acme\").host(\"api.acme.example:443\").build();",
                "return ProviderDescriptor.builder(\"Acme\").host(\"api.acme.example/v1\").build();"
            })
    void reportsADescriptorThatCannotBeUsed(String body) {
        ended(descriptor(body), ProviderState.FAILED, ProviderCode.DESCRIPTOR_FAILED);
    }

    @Test
    void reportsEveryMistakeThatTheBuilderLetsPass() {
        String way =
                ".authentication(Authentication.builder(\"%1$s\").requires(\"k\").header(\"X %1$s\", Secret.of(\"k\")).build())";
        ProviderStatus status =
                ended(
                        descriptor(
                                "return ProviderDescriptor.builder(\"Acme\")%s%s.build();"
                                        .formatted(way.formatted("a"), way.formatted("b"))),
                        ProviderState.FAILED,
                        ProviderCode.DESCRIPTOR_FAILED);

        assertThat(status.findings())
                .extracting(Finding::reason)
                .containsExactly(
                        "The descriptor of greenhouse-1.0.0.jar cannot be used: its authentication 'a' sends a header whose name is not an HTTP token.",
                        "The descriptor of greenhouse-1.0.0.jar cannot be used: its authentication 'b' sends a header whose name is not an HTTP token.");
    }

    @Test
    void rejectsADescriptorWithoutHosts() {
        ended(
                descriptor("return ProviderDescriptor.builder(\"Acme\").build();"),
                ProviderState.REJECTED,
                ProviderCode.NO_HOSTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "*.com",
                "api.*.com",
                "API.acme.example",
                "localhost",
                "10.0.0.1",
                "api..acme.example",
                "-api.acme.example",
                "api.acme.example."
            })
    void rejectsAHostThatIsNone(String host) {
        ended(
                descriptor(
                        "return ProviderDescriptor.builder(\"Acme\").host(\""
                                + host
                                + "\").build();"),
                ProviderState.REJECTED,
                ProviderCode.BAD_HOST);
    }

    @Test
    void rejectsADescriptorWithoutAnAuthentication() {
        ended(
                descriptor(
                        "return ProviderDescriptor.builder(\"Acme\").host(\"api.acme.example\").build();"),
                ProviderState.REJECTED,
                ProviderCode.NO_AUTHENTICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".setting(Setting.text(\"a\")).setting(Setting.text(\"a\").defaultValue(\"1\"))",
                ".setting(Setting.text(\" \"))",
                ".setting(Setting.text(\"a\").defaultValue(null))",
                ".host(null)",
                ".authentication(null)",
                ".authentication(Authentication.builder(\"key\").requires(\"key\").token().build())",
                ".authentication(Authentication.builder(\"\").requires(\"key\").token().build())",
                ".authentication(Authentication.builder(\"b\").requires(\"\").token().build())",
                ".authentication(Authentication.builder(\"b\").requires(\"k\").header(\"X Y\", Secret.of(\"k\")).build())",
                ".authentication(Authentication.builder(\"b\").requires(\"k\").header(\"X\", Secret.of(\"other\")).build())",
                ".authentication(Authentication.builder(\"b\").requires(\"k\").header(null, null).build())"
            })
    void reportsADescriptorThatContradictsItself(String part) {
        ended(
                descriptor(
                        "return ProviderDescriptor.builder(\"Acme\").host(\"api.acme.example\")"
                                + TestBundle.AUTHENTICATION
                                + part
                                + ".build();"),
                ProviderState.FAILED,
                ProviderCode.DESCRIPTOR_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return null;",
                "throw new IllegalStateException(\"no\");",
                "throw new AssertionError(\"no\");",
                "return java.util.Optional.of(null);"
            })
    void reportsInterviewsThatCannotBeUsed(String body) {
        ended(
                "public java.util.Optional<Listing<io.convene.core.InterviewDraft>> interviews() { "
                        + body
                        + " }",
                ProviderState.FAILED,
                ProviderCode.INTERVIEWS_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return null;",
                "throw new IllegalStateException(\"no\");",
                "throw new NoClassDefFoundError(\"acme/Gone\");",
                "settings.text(\"unknown\"); return Support.builder().build();",
                "return Support.builder().required(io.convene.core.Filter.CANDIDATE_ID).build();"
            })
    void reportsASupportThatCannotBeUsed(String body) {
        ended(listing(body), ProviderState.FAILED, ProviderCode.SUPPORT_FAILED);
    }

    @Test
    void acceptsHostsAndAllBelowOne() {
        TestBundle.of("greenhouse")
                .provider(
                        descriptor(
                                "return ProviderDescriptor.builder(\"Acme\").host(\"*.acme.example\").host(\"xn--bcher-kva.example\")"
                                        + TestBundle.AUTHENTICATION
                                        + ".build();"))
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        assertThat(Ground.status(ground.open(), "greenhouse-1.0.0.jar").hosts())
                .containsExactly("*.acme.example", "xn--bcher-kva.example");
    }

    @Test
    void doesNotWaitForAConstructorThatWaits() {
        TestBundle.of("greenhouse")
                .provider("public Acme() throws InterruptedException { Thread.sleep(600_000); }")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));
        TestBundle.of("healthy").writeTo(ground.at("healthy-1.0.0.jar"));
        Providers providers = ground.open(Duration.ofSeconds(2));

        ProviderStatus status = Ground.status(providers, "greenhouse-1.0.0.jar");
        assertThat(status.state()).isEqualTo(ProviderState.FAILED);
        assertThat(status.code()).contains(ProviderCode.START_TIMED_OUT);
        assertThat(providers.isActive("healthy")).isTrue();
    }

    @Test
    void leavesTheContextClassLoaderAlone() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        TestBundle.of("greenhouse")
                .provider(
                        "final String loader = String.valueOf(Thread.currentThread().getContextClassLoader());"
                                + " public String toString() { return loader; }")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        try (Lease lease = Ground.lease(ground.open(), "greenhouse")) {
            assertThat(lease.uncontained()).hasToString(String.valueOf(before));
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static String descriptor(String body) {
        return "public ProviderDescriptor descriptor() { " + body + " }";
    }

    private static String listing(String support) {
        return """
        public java.util.Optional<Listing<io.convene.core.InterviewDraft>> interviews() {
            return java.util.Optional.of(new Listing<>() {
                public Support support(Settings settings) { %s }
                public VendorRequest request(Query query, Position position) { return null; }
                public Page page(VendorResponse response, Query query, Position position) { return null; }
                public void map(io.convene.core.Item item, Query query, io.convene.core.InterviewDraft draft) {}
            });
        }
        """
                .formatted(support);
    }

    private ProviderStatus ended(String members, ProviderState state, ProviderCode code) {
        TestBundle.of("greenhouse").provider(members).writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        ProviderStatus status = Ground.status(providers, "greenhouse-1.0.0.jar");
        assertThat(status.state()).as(status.toString()).isEqualTo(state);
        assertThat(status.code()).contains(code);
        assertThat(providers.isActive("greenhouse")).isFalse();
        return status;
    }
}
