package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;

class StartTests {
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
                "return ProviderDescriptor.named(\" \").build();"
            })
    void reportsADescriptorThatCannotBeUsed(String body) {
        ended(descriptor(body), ProviderState.FAILED, ProviderCode.DESCRIPTOR_FAILED);
    }

    @Test
    void rejectsADescriptorWithoutHosts() {
        ended(
                descriptor("return ProviderDescriptor.named(\"Acme\").build();"),
                ProviderState.REJECTED,
                ProviderCode.NO_HOSTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "*.com",
                "api.*.com",
                "https://api.acme.example",
                "api.acme.example:443",
                "api.acme.example/v1",
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
                        "return ProviderDescriptor.named(\"Acme\").host(\""
                                + host
                                + "\").build();"),
                ProviderState.REJECTED,
                ProviderCode.BAD_HOST);
    }

    @Test
    void acceptsHostsAndAllBelowOne() {
        TestBundle.of("greenhouse")
                .provider(
                        descriptor(
                                "return ProviderDescriptor.named(\"Acme\").host(\"*.acme.example\").host(\"xn--bcher-kva.example\").build();"))
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
            assertThat(lease.provider()).hasToString(String.valueOf(before));
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static String descriptor(String body) {
        return "public ProviderDescriptor descriptor() { " + body + " }";
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
