package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class UnloadingTests {
    private static final String USERS =
            "public class Users { public java.util.List<String> names; }";

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
    void leavesNothingOfAGenerationOnceItIsRetired() throws Exception {
        TestBundle.of("greenhouse")
                .directive("exports acme.greenhouse;")
                .source("acme.greenhouse", "Users", USERS)
                .writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        WeakReference<ClassLoader> loader = use(providers);

        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();

        assertCleared(loader);
        assertThat(providers.list()).isEmpty();
        await().untilAsserted(() -> assertThat(copies()).isEmpty());
    }

    @Test
    void leavesNothingOfAGenerationWhoseFaultsWereReported() throws Exception {
        OddBundle.write(ground.directory(), "odd");
        Providers providers = ground.open();
        List<BundleFault> faults = new ArrayList<>();
        providers.whenFailing(faults::add);
        WeakReference<ClassLoader> loader = misuse(providers);

        Files.delete(ground.at("odd-1.0.0.jar"));
        providers.reload();

        assertCleared(loader);
        assertThat(faults).hasSize(6);
    }

    @Test
    void leavesNothingOfProvidersThatFailed() throws Exception {
        TestBundle.of("greenhouse")
                .provider(
                        "public static class Odd extends RuntimeException { @Override public String toString() { return \"odd\"; } }"
                                + " public ProviderDescriptor descriptor() {"
                                + " System.getProperties().put(\"convene.test.loader\","
                                + " new java.lang.ref.WeakReference<>(getClass().getClassLoader())); throw new Odd(); }")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        WeakReference<?> loader =
                (WeakReference<?>) System.getProperties().remove("convene.test.loader");

        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").reason().orElseThrow())
                .contains("acme.greenhouse.Acme$Odd");
        assertCleared(loader);
        assertThat(copies()).isEmpty();
    }

    @Test
    void reportsAGenerationWhoseClassesAreStillHeld() throws Exception {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        List<Object> held = new ArrayList<>();
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            held.add(lease.uncontained());
        }
        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").state())
                .isEqualTo(ProviderState.UNLOADED);

        ProviderStatus status = leaked(providers);
        assertThat(status.code()).contains(ProviderCode.LEAKED);
        assertThat(status.reason().orElseThrow()).contains("no thread runs its code");

        held.clear();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    System.gc();
                    return providers.list().isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ofPlatform().daemon()", "ofVirtual()"})
    void namesTheThreadThatHoldsAGeneration(String builder) throws Exception {
        TestBundle.of("greenhouse")
                .provider(
                        "private static final java.util.concurrent.CountDownLatch END = new java.util.concurrent.CountDownLatch(1);"
                                + " private void waitForEnd() { try { END.await(); } catch (InterruptedException e) { } }"
                                + " public Acme() { Thread.%s.name(\"acme-poller\").start(this::waitForEnd); }"
                                        .formatted(builder))
                .writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();

        assertThat(leaked(providers).reason().orElseThrow())
                .contains("1 thread of its code is there (acme-poller)");
    }

    private static ProviderStatus leaked(Providers providers) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    System.gc();
                    return Ground.status(providers, "greenhouse-1.0.0.jar").state()
                            == ProviderState.LEAKED;
                });
        return Ground.status(providers, "greenhouse-1.0.0.jar");
    }

    @Test
    void sweepsCopiesOfProcessesThatAreGoneAndNoOthers() throws IOException {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Path abandoned = Files.createDirectories(ground.work().resolve("bundles/run-abandoned"));
        Files.createFile(abandoned.resolve("in-use"));
        Files.writeString(abandoned.resolve("old.jar"), "old");
        Providers first = ground.open();
        Providers second = ground.open();

        assertThat(abandoned).doesNotExist();
        assertThat(copies()).hasSize(2);
        second.close();
        assertThat(copies()).hasSize(1);
        first.close();
        assertThat(copies()).isEmpty();
    }

    private static WeakReference<ClassLoader> misuse(Providers providers) {
        try (Lease lease = Ground.lease(providers, "odd")) {
            Listing<InterviewDraft> listing = lease.provider().interviews().orElseThrow();
            for (String fault : List.of("throw", "error", "odd")) {
                Query query =
                        Query.builder(
                                        Settings.of(
                                                lease.descriptor(),
                                                Map.of("fault", "map:" + fault)))
                                .build();
                Item item = Item.parse("{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
                assertThatThrownBy(() -> listing.map(item, query, InterviewDraft.empty()))
                        .isInstanceOf(BundleFault.class)
                        .hasNoCause();
                Settings settings =
                        Settings.of(lease.descriptor(), Map.of("fault", "support:" + fault));
                assertThatThrownBy(() -> listing.support(settings))
                        .isInstanceOf(BundleFault.class)
                        .hasNoCause();
            }
            return new WeakReference<>(lease.uncontained().getClass().getClassLoader());
        }
    }

    // In a method of its own, so that no local variable keeps objects that must be collected.
    private static WeakReference<ClassLoader> use(Providers providers) throws Exception {
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            ClassLoader loader = lease.uncontained().getClass().getClassLoader();
            lease.bind(
                    "{\"names\":[\"Ada\"]}".getBytes(StandardCharsets.UTF_8),
                    loader.loadClass("acme.greenhouse.Users"));
            lease.remember("account-1", "users", "[]", Duration.ofMinutes(5));
            return new WeakReference<>(loader);
        }
    }

    private static void assertCleared(WeakReference<?> reference) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    System.gc();
                    return reference.refersTo(null);
                });
    }

    private List<Path> copies() throws IOException {
        Path bundles = ground.work().resolve("bundles");
        try (Stream<Path> files = Files.walk(bundles)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
