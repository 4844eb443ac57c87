package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.VendorException;
import io.convene.launcher.providers.bundle.HostModules;
import io.convene.launcher.providers.status.ModuleFacts;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.version.VersionRange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class LeaseTests {
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
    void lendsTheProviderOfADroppedJar() {
        TestBundle.of("greenhouse").version("1.2.0").writeTo(ground.at("greenhouse-1.2.0.jar"));
        Providers providers = ground.open();

        assertThat(providers.isActive("greenhouse")).isTrue();
        assertThat(providers.isActive("ashby")).isFalse();
        assertThat(providers.missing()).isEmpty();
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.id()).isEqualTo("greenhouse");
            assertThat(lease.version()).isEqualTo("1.2.0");
            assertThat(lease.uncontained().descriptor().hosts())
                    .containsExactly("api.acme.example");
            assertThat(lease.descriptor().name()).isEqualTo("Acme");
            assertThat(lease.uncontained().getClass().getModule().getName())
                    .isEqualTo("acme.greenhouse");
        }
        assertThat(providers.lease("ashby", Optional.empty())).isEmpty();
    }

    @Test
    void listsWhatIsKnownOfAnActiveBundle() {
        TestBundle.of("greenhouse").version("1.2.0").writeTo(ground.at("greenhouse-1.2.0.jar"));
        Providers providers = ground.open();
        VersionRange spi = VersionRange.compatibleWith(HostModules.own().spi());

        ProviderStatus status = Ground.status(providers, "greenhouse-1.2.0.jar");
        assertThat(status.identity())
                .isEqualTo(
                        new ProviderStatus.Identity(
                                Optional.of("greenhouse"),
                                Optional.of("1.2.0"),
                                Optional.of("acme.greenhouse"),
                                Optional.of(spi.toString()),
                                Optional.empty()));
        assertThat(status.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(status.hosts()).containsExactly("api.acme.example");
        assertThat(status.findings()).isEmpty();
        assertThat(status.contents().sha256().orElseThrow()).hasSize(64);
        assertThat(status.contents().modules())
                .singleElement()
                .extracting(ModuleFacts::name, ModuleFacts::jar)
                .containsExactly("acme.greenhouse", "greenhouse-1.2.0.jar");
    }

    @Test
    void lendsTheNewestVersionThatFits() {
        for (String version : List.of("1.9.0", "1.10.0", "2.0.0-rc.1")) {
            TestBundle.of("greenhouse")
                    .version(version)
                    .writeTo(ground.at("greenhouse-" + version + ".jar"));
        }
        Providers providers = ground.open();

        assertThat(leased(providers, Optional.empty())).isEqualTo("2.0.0-rc.1");
        assertThat(leased(providers, Optional.of("1.x"))).isEqualTo("1.10.0");
        assertThat(leased(providers, Optional.of("[1.0,1.10)"))).isEqualTo("1.9.0");
        assertThat(providers.lease("greenhouse", Optional.of("3.x"))).isEmpty();
        assertThatThrownBy(() -> providers.lease("greenhouse", Optional.of("newest")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'newest'");
        assertThat(providers.list().stream().map(status -> status.version().orElseThrow()))
                .containsExactly("1.9.0", "1.10.0", "2.0.0-rc.1");
    }

    @Test
    void bindsSideDocumentsToTheBundlesOwnTypes() throws Exception {
        TestBundle.of("greenhouse")
                .directive("exports acme.greenhouse;")
                .source(
                        "acme.greenhouse",
                        "Users",
                        "public class Users { public java.util.List<String> names; }")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));
        try (Lease lease = Ground.lease(ground.open(), "greenhouse")) {
            Class<?> type =
                    lease.uncontained()
                            .getClass()
                            .getClassLoader()
                            .loadClass("acme.greenhouse.Users");

            Object users = lease.bind(json("{\"names\":[\"Ada\"],\"other\":1}"), type);

            assertThat(type.getField("names").get(users)).isEqualTo(List.of("Ada"));
            assertThatThrownBy(() -> lease.bind(json("{\"names\":\"secret\"}"), type))
                    .isInstanceOfSatisfying(
                            VendorException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(VendorException.Kind.UNUSABLE_ANSWER))
                    .hasNoCause()
                    .hasMessage("The vendor's answer does not fit Users at the property names.");
            assertThatThrownBy(() -> lease.bind(json("null"), type))
                    .isInstanceOf(VendorException.class);
            assertThatThrownBy(() -> lease.bind(json("<html>"), type))
                    .isInstanceOf(VendorException.class);
        }
    }

    @Test
    void remembersTextsPerAccountAsLongAsTheGenerationIsLoaded() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            lease.remember("account-1", "users", "[]", Duration.ofMinutes(5));
        }
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.recall("account-1", "users")).contains("[]");
            assertThat(lease.recall("account-2", "users")).isEmpty();
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Lease lease = Ground.lease(ground.open(), "greenhouse");
        lease.close();
        lease.close();

        assertThatThrownBy(lease::provider)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("greenhouse 1.0.0");
        assertThatThrownBy(() -> lease.recall("account-1", "users"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsOpenLeasesUsableWhenTheProvidersAreClosed() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        Lease lease = Ground.lease(providers, "greenhouse");
        providers.close();

        AtsProvider provider = lease.uncontained();
        assertThat(provider.descriptor().name()).isEqualTo("Acme");
        assertThat(providers.lease("greenhouse", Optional.empty())).isEmpty();
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").state())
                .isEqualTo(ProviderState.DRAINING);
        lease.close();
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").state())
                .isEqualTo(ProviderState.UNLOADED);
    }

    private static String leased(Providers providers, Optional<String> range) {
        try (Lease lease = providers.lease("greenhouse", range).orElseThrow()) {
            return lease.version();
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
