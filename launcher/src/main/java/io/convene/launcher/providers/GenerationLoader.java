package io.convene.launcher.providers;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.containment.BundleWatch;
import io.convene.launcher.providers.bundle.Bundle;
import io.convene.launcher.providers.bundle.HostModules;
import io.convene.launcher.providers.status.Findings;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.Refusal;

import org.jspecify.annotations.Nullable;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Turns a bundle into a generation: one layer with one loader, whose roots are exactly the bundle's
 * modules, and one provider.
 */
final class GenerationLoader {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)(\\*\\.)?(" + LABEL + "\\.)+(?=[^.]*[a-z])" + LABEL);
    private static final int MAX_CAUSES = 16;

    /** How starting ended, without anything of the bundle in a failure. */
    private sealed interface Outcome {
        record StartedBundle(Generation.Start start) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private final HostModules host;
    private final Duration limit;
    private final BundleWatch watch;
    private final Generation.RequestListener requests;

    /**
     * A loader that gives each provider that long to start.
     *
     * @param watch looks after the calls of the providers
     * @param requests is told of the end of each request
     */
    GenerationLoader(
            HostModules host,
            Duration limit,
            BundleWatch watch,
            Generation.RequestListener requests) {
        this.host = host;
        this.limit = limit;
        this.watch = watch;
        this.requests = requests;
    }

    /**
     * Loads a bundle.
     *
     * @throws Refusal when its modules do not fit together or its provider cannot be used
     */
    Generation load(Bundle bundle) {
        ModuleLayer layer = layer(bundle);
        bundle.record().reached(ProviderState.RESOLVED);
        return switch (start(bundle, layer)) {
            case Outcome.Refused(Refusal refusal) -> throw refusal;
            case Outcome.StartedBundle(Generation.Start start) -> {
                bundle.record().reached(ProviderState.LOADED);
                checkReach(bundle, start.descriptor());
                bundle.record().declares(DescriptorFacts.of(start.descriptor()));
                yield new Generation(bundle, start, watch, requests);
            }
        };
    }

    private ModuleLayer layer(Bundle bundle) {
        try {
            Configuration configuration =
                    host.layer()
                            .configuration()
                            .resolve(
                                    bundle.modules(),
                                    ModuleFinder.of(),
                                    bundle.modules().modules().keySet());
            ClassLoader parent = GenerationLoader.class.getClassLoader();
            return ModuleLayer.defineModulesWithOneLoader(
                            configuration, List.of(host.layer()), parent)
                    .layer();
        } catch (FindException
                | ResolutionException
                | LayerInstantiationException
                | SecurityException e) {
            throw ProviderCode.UNRESOLVABLE.refusal(
                    bundle.copy().name(), String.valueOf(e.getMessage()));
        }
    }

    // On a thread of its own: a constructor that waits must not stop the launcher.
    private Outcome start(Bundle bundle, ModuleLayer layer) {
        String name = bundle.copy().name();
        FutureTask<Outcome> task = new FutureTask<>(() -> create(name, layer));
        Thread thread = new Thread(task, "bundle-start-" + bundle.id());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("create catches everything", e);
        }
        return new Outcome.Refused(ProviderCode.START_TIMED_OUT.refusal(name, limit.toMillis()));
    }

    private static Outcome create(String name, ModuleLayer layer) {
        ProviderCode code = ProviderCode.LOAD_FAILED;
        try {
            AtsProvider provider = provider(name, layer);
            code = ProviderCode.DESCRIPTOR_FAILED;
            ProviderDescriptor descriptor = provider.descriptor();
            DescriptorCheck.check(name, descriptor);
            code = ProviderCode.INTERVIEWS_FAILED;
            Optional<Listing<InterviewDraft>> listing = provider.interviews();
            if (listing == null) {
                throw code.refusal(name, "it returned null");
            }
            code = ProviderCode.SUPPORT_FAILED;
            Optional<Support> support = Optional.empty();
            if (listing.isPresent()) {
                support = Optional.of(support(name, listing.get(), descriptor));
            }
            return new Outcome.StartedBundle(
                    new Generation.Start(provider, descriptor, listing, support));
        } catch (Refusal e) {
            return new Outcome.Refused(e);
        } catch (Throwable e) {
            // Whatever a bundle throws ends here, as text: the object would keep its loader alive.
            return new Outcome.Refused(code.refusal(name, text(e)));
        }
    }

    private static AtsProvider provider(String name, ModuleLayer layer) {
        List<ServiceLoader.Provider<AtsProvider>> found =
                ServiceLoader.load(layer, AtsProvider.class).stream()
                        .filter(provider -> provider.type().getModule().getLayer() == layer)
                        .toList();
        if (found.size() > 1) {
            String types =
                    String.join(", ", found.stream().map(one -> one.type().getName()).toList());
            throw ProviderCode.MANY_PROVIDERS.refusal(name, found.size(), types);
        }
        if (found.isEmpty()) {
            throw ProviderCode.LOAD_FAILED.refusal(
                    name, "its method provider() must return the provider's own class");
        }
        return found.get(0).get();
    }

    private static Support support(
            String name, Listing<InterviewDraft> listing, ProviderDescriptor descriptor) {
        @Nullable Support support = listing.support(Settings.of(descriptor, Map.of()));
        if (support == null) {
            throw ProviderCode.SUPPORT_FAILED.refusal(name, "it returned null");
        }
        return support;
    }

    private static void checkReach(Bundle bundle, ProviderDescriptor descriptor) {
        Findings findings = new Findings();
        String name = bundle.copy().name();
        if (descriptor.hosts().isEmpty()) {
            findings.add(ProviderCode.NO_HOSTS.about(name));
        }
        for (String pattern : descriptor.hosts()) {
            if (!HOST.matcher(pattern).matches()) {
                findings.add(ProviderCode.BAD_HOST.about(name, pattern));
            }
        }
        if (descriptor.authentications().isEmpty()) {
            findings.add(ProviderCode.NO_AUTHENTICATION.about(name));
        }
        findings.throwIfAny();
    }

    // A bundle's exception may override any method of it.
    private static String text(Throwable thrown) {
        try {
            Throwable root = thrown;
            for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
                root = root.getCause();
            }
            String message = root.getMessage();
            String name = root.getClass().getName();
            if (message == null) {
                return name;
            }
            // The sentence that quotes it brings its own full stop.
            return "%s: %s"
                    .formatted(
                            name,
                            message.endsWith(".")
                                    ? message.substring(0, message.length() - 1)
                                    : message);
        } catch (Throwable e) {
            return thrown.getClass().getName();
        }
    }
}
