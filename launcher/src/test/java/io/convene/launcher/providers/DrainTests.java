package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Settings;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.FaultKind;
import io.convene.launcher.providers.status.ProviderState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class DrainTests {
    private Ground ground;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void endsARequestThatGoesOnForTooLongWithARemovedBundle() throws IOException {
        Providers providers = ground.draining(Duration.ofMillis(300)).open();
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            remove(providers);
            AtsProvider provider = lease.provider();
            Settings settings = Settings.of(lease.descriptor(), Map.of());

            await().atMost(Duration.ofSeconds(20)).until(() -> lease.refusal().isPresent());
            assertThatThrownBy(() -> provider.problems(settings))
                    .isInstanceOfSatisfying(
                            BundleFault.class,
                            fault -> {
                                assertThat(fault.kind()).isEqualTo(FaultKind.REPLACED);
                                assertThat(fault.kind().status()).isEqualTo(503);
                                assertThat(fault.retryAfter()).isPositive();
                            })
                    .hasMessage(
                            "The bundle greenhouse@1.0.0 was replaced or removed, and this request did not end within PT0.3S after that (providers.drain); send it again.");
            assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").state())
                    .isEqualTo(ProviderState.DRAINING);
        }
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").state())
                .isEqualTo(ProviderState.UNLOADED);
    }

    @Test
    void letsARequestFinishOnTheBundleItBeganWith() throws IOException {
        Providers providers = ground.draining(Duration.ofMinutes(5)).open();
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            remove(providers);

            assertThat(lease.provider().problems(Settings.of(lease.descriptor(), Map.of())))
                    .isEmpty();
            assertThat(lease.refusal()).isEmpty();
        }
    }

    private void remove(Providers providers) throws IOException {
        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();
    }
}
