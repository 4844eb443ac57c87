package io.convene.testkit.engine.host;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.egress.EgressConfig;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderStatus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The host with nothing but a copy of the bundle in its folder of bundles. */
public final class Host implements AutoCloseable {
    private final Facts facts;
    private final Path bundle;
    private final Providers providers;
    private final Egress egress;

    private Host(Facts facts, Path bundle, Providers providers, Egress egress) {
        this.facts = facts;
        this.bundle = bundle;
        this.providers = providers;
        this.egress = egress;
    }

    /** A host in a folder of that name below the facts' own. */
    public static Host open(Facts facts, String name) {
        Path folder = facts.work().resolve(name);
        Path bundle = folder.resolve("providers").resolve(facts.bundle().getFileName());
        copy(facts.bundle(), bundle);
        Providers providers =
                Providers.open(
                        ProvidersConfig.of(folder.resolve("providers"), folder.resolve("work")));
        // A refusal must be seen as it came, and ever so many of them give up no host.
        Resilience once =
                Resilience.defaults()
                        .repeating(0, Duration.ZERO)
                        .calling(256, 4_096)
                        .givingUp(Integer.MAX_VALUE, Duration.ZERO, Duration.ofHours(1));
        Egress egress = Egress.of(EgressConfig.allowing(facts.authorities()).resilience(once));
        return new Host(facts, bundle, providers, egress);
    }

    public Facts facts() {
        return facts;
    }

    public Egress egress() {
        return egress;
    }

    /** The host's status of the bundle; nothing once it is gone. */
    public Optional<ProviderStatus> status() {
        return providers.list().stream().findFirst();
    }

    /** A hold on the loaded bundle. */
    public Optional<Lease> lease() {
        return status().flatMap(ProviderStatus::id)
                .flatMap(id -> providers.lease(id, Optional.empty()));
    }

    /** Takes the bundle out of the folder, so that the host lets it go. */
    public void remove() {
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        providers.reload();
    }

    /** Lets the host check again whether the generations it released are gone. */
    public void reload() {
        providers.reload();
    }

    @Override
    public void close() {
        egress.close();
        providers.close();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            List<Path> files;
            try (Stream<Path> all = Files.walk(from)) {
                files = all.toList();
            }
            for (Path file : files) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
