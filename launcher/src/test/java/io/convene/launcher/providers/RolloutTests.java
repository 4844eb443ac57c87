package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.Settings;
import io.convene.launcher.config.CanaryConfig;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.CallContext;
import io.convene.launcher.providers.rollout.RolloutChange;
import io.convene.launcher.providers.rollout.RolloutPhase;
import io.convene.launcher.providers.rollout.RolloutRefusedException;
import io.convene.launcher.providers.rollout.RolloutStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class RolloutTests {
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 1_000).mapToObj("account-%d"::formatted).toList();

    private Ground ground;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp).canary(new CanaryConfig(20, 5, 10));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void givesANewVersionToAShareOfTheAccountsFirst() {
        Providers providers = withCanary();

        List<String> chosen = ACCOUNTS.stream().filter(one -> isNew(providers, one)).toList();
        assertThat(chosen).hasSizeBetween(150, 250);
        assertThat(ACCOUNTS.stream().filter(one -> isNew(providers, one))).isEqualTo(chosen);
        assertThat(version(providers, Optional.empty(), "")).isEqualTo("1.0.0");
    }

    @Test
    void leavesAnAccountToTheRangeItAsksFor() {
        Providers providers = withCanary();

        assertThat(ACCOUNTS)
                .allSatisfy(account -> {
                    assertThat(version(providers, Optional.of("^1.1"), account)).isEqualTo("1.1.0");
                    assertThat(version(providers, Optional.of("~1.0"), account)).isEqualTo("1.0.0");
                });
    }

    @Test
    void givesAllAccountsANewVersionAtOnceWithoutACanary() {
        ground.canary(CanaryConfig.off());
        Providers providers = withCanary();

        assertThat(ACCOUNTS).allMatch(account -> isNew(providers, account));
        assertThat(providers.rollouts()).isEmpty();
    }

    @Test
    void promotesAndRollsBackAsAnOperatorSays() {
        Providers providers = withCanary();
        providers.rollBack("greenhouse");
        assertThat(ACCOUNTS).noneMatch(account -> isNew(providers, account));
        assertThatThrownBy(() -> providers.rollBack("greenhouse"))
                .isInstanceOf(RolloutRefusedException.class)
                .hasMessageContaining("rolled back to 1.0.0 already");

        providers.promote("greenhouse");
        assertThat(ACCOUNTS).allMatch(account -> isNew(providers, account));
        assertThatThrownBy(() -> providers.promote("greenhouse"))
                .isInstanceOf(RolloutRefusedException.class)
                .hasMessageContaining("no rollout of 'greenhouse'");

        providers.rollBack("greenhouse");
        assertThat(ACCOUNTS).noneMatch(account -> isNew(providers, account));
    }

    @Test
    void refusesToRollBackAnOnlyVersion() {
        bundle("1.0.0", "");
        Providers providers = ground.open();

        assertThatThrownBy(() -> providers.rollBack("greenhouse"))
                .isInstanceOf(RolloutRefusedException.class)
                .hasMessageContaining("no older active version of 'greenhouse'");
    }

    @Test
    void keepsARollbackOverARestart() {
        Providers providers = withCanary();
        providers.rollBack("greenhouse");
        providers.close();

        Providers next = ground.open();
        assertThat(ACCOUNTS).noneMatch(account -> isNew(next, account));
        assertThat(next.rollouts())
                .singleElement()
                .extracting(status -> status.rollout().phase())
                .isEqualTo(RolloutPhase.ROLLED_BACK);
    }

    @Test
    void beginsWithAShareAlsoWhenTheNewVersionCameWhileNothingRan() {
        bundle("1.0.0", "");
        ground.open().close();
        bundle("1.1.0", "");

        Providers providers = ground.open();
        assertThat(ACCOUNTS.stream().filter(one -> isNew(providers, one)).count())
                .isBetween(150L, 250L);
    }

    @Test
    void endsARolloutWithTheBundleOfOneVersion() throws IOException {
        Providers providers = withCanary();
        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();

        assertThat(providers.rollouts()).isEmpty();
        assertThat(ACCOUNTS).allMatch(account -> isNew(providers, account));
    }

    @Test
    void rollsBackByItselfWhenTheNewVersionFailsMoreOften() {
        List<RolloutChange> changes = new ArrayList<>();
        Providers providers = withCanary("throw new IllegalStateException(\"broken\");");
        providers.whenRolledOut(changes::add);

        for (int i = 0; i < 100; i++) {
            ACCOUNTS.stream().limit(40).forEach(account -> use(providers, account));
        }

        assertThat(changes)
                .singleElement()
                .satisfies(change ->
                        assertThat(change.reason())
                                .matches(
                                        "100\\.0 % of its 10 requests had a failure of the bundle, but 0\\.0 % of \\d+ with version 1\\.0\\.0\\."));
        RolloutStatus status = providers.rollouts().getFirst();
        assertThat(status.rollout().phase()).isEqualTo(RolloutPhase.ROLLED_BACK);
        assertThat(status.candidate().requests()).isEqualTo(10);
        assertThat(ACCOUNTS).noneMatch(account -> isNew(providers, account));
    }

    @Test
    void doesNotRollBackANewVersionThatFailsAsOftenAsTheOldOne() {
        bundle("1.0.0", "throw new IllegalStateException(\"broken\");");
        Providers providers = ground.open();
        bundle("1.1.0", "throw new IllegalStateException(\"broken\");");
        providers.reload();

        for (int i = 0; i < 3; i++) {
            ACCOUNTS.stream().limit(200).forEach(account -> use(providers, account));
        }

        assertThat(providers.rollouts().getFirst().candidate().requests()).isGreaterThan(60);
        assertThat(providers.rollouts().getFirst().rollout().phase())
                .isEqualTo(RolloutPhase.CANARY);
    }

    private Providers withCanary() {
        return withCanary("");
    }

    private Providers withCanary(String fault) {
        bundle("1.0.0", "");
        Providers providers = ground.open();
        bundle("1.1.0", fault);
        providers.reload();
        return providers;
    }

    /** A bundle whose problems() does that. */
    private void bundle(String version, String body) {
        TestBundle.of("greenhouse")
                .version(version)
                .provider(
                        body.isEmpty()
                                ? ""
                                : "public java.util.List<String> problems(Settings settings) { %s }"
                                        .formatted(body))
                .writeTo(ground.at("greenhouse-%s.jar".formatted(version)));
    }

    /** Calls the bundle on behalf of a request. */
    private static void use(Providers providers, String account) {
        try (Lease lease = providers.lease("greenhouse", Optional.empty(), account).orElseThrow()) {
            lease.serve(CallContext.none());
            lease.provider().problems(Settings.of(lease.descriptor(), Map.of()));
        } catch (BundleFault e) {
            // Counted when the lease was closed.
        }
    }

    private static boolean isNew(Providers providers, String account) {
        return version(providers, Optional.empty(), account).equals("1.1.0");
    }

    private static String version(Providers providers, Optional<String> range, String account) {
        try (Lease lease = providers.lease("greenhouse", range, account).orElseThrow()) {
            return lease.version();
        }
    }
}
