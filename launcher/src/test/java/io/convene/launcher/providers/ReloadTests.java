package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderEvent;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

class ReloadTests {
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
    void addsWhatIsNewAndLetsGoWhatIsGone() throws IOException {
        bundle("ashby", "1.0.0", "first");
        Providers providers = ground.open();
        assertThat(providers.missing()).containsExactly("greenhouse");
        bundle("greenhouse", "1.0.0", "first");
        Files.delete(ground.at("ashby-1.0.0.jar"));
        providers.reload();

        assertThat(providers.isActive("greenhouse")).isTrue();
        assertThat(providers.isActive("ashby")).isFalse();
    }

    @Test
    void keepsTheGenerationOfAnUnchangedOrRenamedBundle() throws IOException {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        try (Lease before = Ground.lease(providers, "greenhouse")) {
            Files.move(ground.at("greenhouse-1.0.0.jar"), ground.at("renamed.jar"));
            providers.reload();

            try (Lease after = Ground.lease(providers, "greenhouse")) {
                assertThat(after.uncontained()).isSameAs(before.uncontained());
            }
        }
        assertThat(providers.list())
                .singleElement()
                .extracting(ProviderStatus::bundle)
                .isEqualTo("renamed.jar");
    }

    @Test
    void replacesAChangedBundleWhileALeaseRunsOnTheOldOne() {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        Lease old = Ground.lease(providers, "greenhouse");
        bundle("greenhouse", "1.0.0", "second");
        providers.reload();

        assertThat(old.uncontained()).hasToString("first");
        assertThat(served(providers)).isEqualTo("second");
        assertThat(states(providers))
                .containsExactlyInAnyOrder(ProviderState.ACTIVE, ProviderState.DRAINING);
        old.close();
        assertThat(ground.events().stream().map(ProviderEvent::state).toList())
                .containsExactly(
                        ProviderState.DISCOVERED,
                        ProviderState.VERIFIED,
                        ProviderState.RESOLVED,
                        ProviderState.LOADED,
                        ProviderState.ACTIVE,
                        ProviderState.DISCOVERED,
                        ProviderState.VERIFIED,
                        ProviderState.RESOLVED,
                        ProviderState.LOADED,
                        ProviderState.ACTIVE,
                        ProviderState.SUPERSEDED,
                        ProviderState.DRAINING,
                        ProviderState.UNLOADED);
    }

    @Test
    void letsTheOldGenerationServeWhenTheNewOneFails() throws IOException {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        Files.writeString(ground.at("greenhouse-1.0.0.jar"), "garbage");
        providers.reload();
        providers.reload();

        assertThat(served(providers)).isEqualTo("first");
        assertThat(states(providers))
                .containsExactlyInAnyOrder(ProviderState.ACTIVE, ProviderState.REJECTED);

        bundle("greenhouse", "1.0.0", "second");
        providers.reload();
        assertThat(served(providers)).isEqualTo("second");
    }

    @Test
    void letsTheOldVersionServeWhenItsSuccessorFails() throws IOException {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        TestBundle.of("greenhouse")
                .version("1.1.0")
                .provider("public Acme() { throw new IllegalStateException(); }")
                .writeTo(ground.at("greenhouse-1.1.0.jar"));
        providers.reload();
        providers.reload();
        assertThat(served(providers)).isEqualTo("first");

        bundle("greenhouse", "1.1.0", "second");
        providers.reload();
        assertThat(served(providers)).isEqualTo("second");
        assertThat(states(providers)).doesNotContain(ProviderState.FAILED);
    }

    @Test
    void stopsServingARemovedBundleNextToABrokenOne() throws IOException {
        bundle("greenhouse", "1.0.0", "first");
        TestBundle.of("greenhouse")
                .version("1.1.0")
                .core("99.0.0")
                .writeTo(ground.at("greenhouse-1.1.0.jar"));
        Providers providers = ground.open();
        providers.reload();
        assertThat(served(providers)).isEqualTo("first");

        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();
        assertThat(providers.isActive("greenhouse")).isFalse();
    }

    @Test
    void doesNotLetAnotherModuleTakeOverAServedFile() {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        TestBundle.of("greenhouse", "stray.module").writeTo(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();

        assertThat(served(providers)).isEqualTo("first");
        assertThat(providers.list())
                .anySatisfy(
                        status -> assertThat(status.code()).contains(ProviderCode.FOREIGN_OWNER));
    }

    @Test
    void makesWayForTheOwnerThatTheLockNamesNow() throws IOException {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        TestBundle.of("greenhouse", "own.fork")
                .version("0.1.0")
                .provider("public String toString() { return \"fork\"; }")
                .writeTo(ground.at("fork.jar"));
        Files.writeString(ground.at("providers.lock"), "owner greenhouse own.fork\n");
        providers.reload();

        assertThat(served(providers)).isEqualTo("fork");
        assertThat(states(providers)).contains(ProviderState.REJECTED);
    }

    @Test
    void keepsServingWhenTheDirectoryCannotBeRead() throws IOException {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        Files.move(ground.directory(), ground.directory().resolveSibling("elsewhere"));
        providers.reload();

        assertThat(served(providers)).isEqualTo("first");
    }

    @Test
    void failsNoRequestWhileBundlesAreReplaced() throws Exception {
        bundle("greenhouse", "1.0.0", "generation 0");
        Providers providers = ground.open();
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Integer>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                callers.add(threads.submit(() -> call(providers, stop)));
            }
            for (int i = 1; i <= 10; i++) {
                bundle("greenhouse", "1.0.0", "generation " + i);
                providers.reload();
            }
            stop.set(true);
            for (Future<Integer> caller : callers) {
                assertThat(caller.get()).isPositive();
            }
        }
        assertThat(served(providers)).isEqualTo("generation 10");
    }

    @Test
    void tellsListenersAndSurvivesThoseThatFail() {
        Providers providers = ground.open();
        providers.listen(event -> {
            throw new IllegalStateException("listener");
        });
        bundle("greenhouse", "1.2.0", "first");
        providers.reload();

        ProviderEvent last = ground.events().getLast();
        assertThat(last.id()).contains("greenhouse");
        assertThat(last.version()).contains("1.2.0");
        assertThat(last.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(last.code()).isEmpty();
    }

    @Test
    void tellsWhichGenerationNobodyHoldsAnyMore() {
        bundle("greenhouse", "1.0.0", "first");
        Providers providers = ground.open();
        List<String> unloaded = new ArrayList<>();
        providers.whenUnloaded(unloaded::add);
        Lease old = Ground.lease(providers, "greenhouse");
        bundle("greenhouse", "1.0.0", "second");
        providers.reload();

        assertThat(unloaded).isEmpty();
        old.close();
        assertThat(unloaded).containsExactly(old.generation());
    }

    private static int call(Providers providers, AtomicBoolean stop) {
        int calls = 0;
        while (!stop.get() || calls == 0) {
            try (Lease lease = providers.lease("greenhouse", Optional.of("1.x")).orElseThrow()) {
                assertThat(lease.uncontained().toString()).startsWith("generation");
            }
            calls++;
            Thread.yield();
        }
        return calls;
    }

    private void bundle(String id, String version, String name) {
        TestBundle.of(id)
                .version(version)
                .provider("public String toString() { return \"" + name + "\"; }")
                .writeTo(ground.at(id + "-" + version + ".jar"));
    }

    private static String served(Providers providers) {
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            return lease.uncontained().toString();
        }
    }

    private static List<ProviderState> states(Providers providers) {
        return providers.list().stream().map(ProviderStatus::state).toList();
    }
}
