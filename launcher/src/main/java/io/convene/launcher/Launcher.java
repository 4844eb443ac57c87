package io.convene.launcher;

import io.convene.launcher.api.Endpoint;
import io.convene.launcher.check.CursorKeys;
import io.convene.launcher.check.StartChecks;
import io.convene.launcher.config.ConfigReader;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.config.Problems;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.egress.EgressConfig;
import io.convene.launcher.egress.host.Network;
import io.convene.launcher.egress.host.Proxies;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.ProcessMetrics;
import io.convene.launcher.providers.DirectoryWatch;
import io.convene.launcher.providers.ProviderMetrics;
import io.convene.launcher.providers.ProviderRecording;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderEvent;
import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.query.CursorCodec;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The running launcher: bundles, connections and the endpoint, from one configuration. */
public final class Launcher implements AutoCloseable {
    private final Providers providers;
    private final Egress egress;
    private final Endpoint endpoint;
    private final CarrierThreads carriers;
    private final Optional<HeapSize> heap;
    private final Path bundleDirectory;
    private @Nullable DirectoryWatch watch;

    private Launcher(Path bundleDirectory, Providers providers, Egress egress, Endpoint endpoint) {
        this.bundleDirectory = bundleDirectory;
        this.providers = providers;
        this.carriers = CarrierThreads.watched(providers::busyCalls);
        this.heap = HeapSize.watched();
        this.egress = egress;
        this.endpoint = endpoint;
    }

    /**
     * Reads the configuration, loads the bundles and accepts requests.
     *
     * @param overrides configuration keys that win over the file, such as {@code server.port}
     * @param home the folder that relative paths of the configuration start from
     * @throws io.convene.launcher.config.ConfigException when the configuration cannot be used
     * @throws RequiredProviderException when a required provider is not active
     * @throws io.convene.launcher.http.ListenException when the address cannot be listened on
     */
    public static Launcher start(Path file, Map<String, String> overrides, Path home) {
        Problems problems = new Problems();
        LauncherConfig config = ConfigReader.read(file, overrides, home, problems);
        Metrics metrics = new Metrics();
        ProcessMetrics.register(metrics);
        ProviderMetrics bundles = new ProviderMetrics(metrics);
        ProviderRecording recording = new ProviderRecording();
        Providers providers = open(config.providers(), bundles.andThen(recording), problems);
        bundles.watch(providers);
        recording.watch(providers);
        try {
            StartChecks.check(config, providers, problems);
            List<String> keys =
                    CursorKeys.of(config.api().cursorKeys(), config.providers().work(), problems);
            problems.throwIfAny();
            RequiredProviderException.throwIfMissing(providers);
            return start(config, providers, new CursorCodec(keys), metrics);
        } catch (RuntimeException | Error e) {
            providers.close();
            throw e;
        }
    }

    private static Providers open(
            ProvidersConfig config, Consumer<ProviderEvent> listener, Problems problems) {
        try {
            return Providers.open(config, listener);
        } catch (ProvidersException e) {
            if (problems.count() > 0) {
                problems.add("providers", String.valueOf(e.getMessage()));
            }
            problems.throwIfAny();
            throw e;
        }
    }

    private static Launcher start(
            LauncherConfig config, Providers providers, CursorCodec cursors, Metrics metrics) {
        Network network = Network.direct().proxies(Proxies.of(System.getenv()));
        Egress egress =
                Egress.of(EgressConfig.allowing(config.allowedHosts()).network(network), metrics);
        try {
            providers.whenUnloaded(egress::forgetGeneration);
            Endpoint endpoint =
                    Endpoint.start(config, providers, egress, cursors, metrics, Clock.systemUTC());
            return new Launcher(config.providers().directory(), providers, egress, endpoint);
        } catch (RuntimeException | Error e) {
            egress.close();
            throw e;
        }
    }

    /**
     * Reloads from now on whenever the files of the bundles have changed and stay as they are.
     *
     * @return the folder that is watched
     */
    public synchronized Path watchBundles() {
        if (watch == null) {
            watch = DirectoryWatch.of(bundleDirectory, providers::reload);
        }
        return bundleDirectory;
    }

    /** The port that is listened on. */
    public int port() {
        return endpoint.port();
    }

    /** Where this machine reaches it, such as {@code http://localhost:8080}. */
    public String address() {
        return (endpoint.secure() ? "https" : "http") + "://localhost:" + port();
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
        endpoint.close();
        egress.close();
        providers.close();
        carriers.close();
        heap.ifPresent(HeapSize::close);
    }
}
