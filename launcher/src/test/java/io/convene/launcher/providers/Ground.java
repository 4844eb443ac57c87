package io.convene.launcher.providers;

import io.convene.launcher.config.CanaryConfig;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.status.ProviderEvent;
import io.convene.launcher.providers.status.ProviderStatus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A providers directory and a work directory for one test, and the providers opened on them. */
public final class Ground implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final Path work;
    private Duration drain = Duration.ofSeconds(60);
    private CanaryConfig canary = CanaryConfig.off();
    private final Map<String, String> owners = new HashMap<>();
    private final List<ProviderEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<Providers> opened = new ArrayList<>();
    private TrustConfig trust = TrustConfig.unchecked();

    public Ground(Path temp) {
        try {
            directory = Files.createDirectory(temp.resolve("providers"));
            work = temp.resolve("work");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    Path work() {
        return work;
    }

    /** The file or folder of that name in the providers directory. */
    public Path at(String name) {
        return directory.resolve(name);
    }

    Ground owner(String id, String module) {
        owners.put(id, module);
        return this;
    }

    /** Trusts bundles as this says, from the next opening on. */
    Ground trust(TrustConfig config) {
        trust = config;
        return this;
    }

    Ground draining(Duration time) {
        drain = time;
        return this;
    }

    Ground canary(CanaryConfig config) {
        canary = config;
        return this;
    }

    public Providers open() {
        return open(START_LIMIT);
    }

    public Providers open(Duration startLimit) {
        ProvidersConfig config =
                ProvidersConfig.of(directory, work)
                        .requiring(Set.of("greenhouse"))
                        .owned(owners)
                        .trusting(trust)
                        .draining(drain)
                        .canary(canary);
        Providers providers = Providers.open(config, events::add, startLimit);
        opened.add(providers);
        return providers;
    }

    List<ProviderEvent> events() {
        return List.copyOf(events);
    }

    /** The status of the bundle of that file or folder. */
    public static ProviderStatus status(Providers providers, String bundle) {
        return providers.list().stream()
                .filter(status -> status.bundle().equals(bundle))
                .reduce((one, other) -> {
                    throw new IllegalStateException(one + " and " + other);
                })
                .orElseThrow(
                        () -> new IllegalStateException(bundle + " is not in " + providers.list()));
    }

    /** The lease on the newest of that id. */
    public static Lease lease(Providers providers, String id) {
        return providers
                .lease(id, Optional.empty())
                .orElseThrow(() -> new IllegalStateException(providers.list() + ""));
    }

    @Override
    public void close() {
        opened.forEach(Providers::close);
    }
}
