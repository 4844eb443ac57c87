package io.convene.launcher.providers;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.ProviderDescriptor;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.time.Duration;
import java.util.List;
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
    private sealed interface Start {
        record Started(AtsProvider provider, ProviderDescriptor descriptor) implements Start {}

        record Refused(Refusal refusal) implements Start {}
    }

    private final HostModules host;
    private final Duration limit;

    /** A loader that gives each provider that long to start. */
    GenerationLoader(HostModules host, Duration limit) {
        this.host = host;
        this.limit = limit;
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
            case Start.Refused(Refusal refusal) -> throw refusal;
            case Start.Started(AtsProvider provider, ProviderDescriptor descriptor) -> {
                bundle.record().reached(ProviderState.LOADED);
                checkHosts(bundle, descriptor);
                bundle.record().calls(descriptor.hosts());
                yield new Generation(bundle, provider, descriptor);
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
    private Start start(Bundle bundle, ModuleLayer layer) {
        String name = bundle.copy().name();
        FutureTask<Start> task = new FutureTask<>(() -> create(name, layer));
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
        return new Start.Refused(ProviderCode.START_TIMED_OUT.refusal(name, limit.toMillis()));
    }

    private static Start create(String name, ModuleLayer layer) {
        ProviderCode code = ProviderCode.LOAD_FAILED;
        try {
            List<ServiceLoader.Provider<AtsProvider>> found =
                    ServiceLoader.load(layer, AtsProvider.class).stream()
                            .filter(provider -> provider.type().getModule().getLayer() == layer)
                            .toList();
            if (found.size() > 1) {
                return new Start.Refused(
                        ProviderCode.MANY_PROVIDERS.refusal(
                                name,
                                found.size(),
                                String.join(
                                        ", ",
                                        found.stream().map(one -> one.type().getName()).toList())));
            }
            if (found.isEmpty()) {
                return new Start.Refused(
                        code.refusal(
                                name,
                                "its method provider() must return the provider's own class"));
            }
            AtsProvider provider = found.get(0).get();
            code = ProviderCode.DESCRIPTOR_FAILED;
            ProviderDescriptor descriptor = provider.descriptor();
            if (descriptor == null || descriptor.name() == null || descriptor.name().isBlank()) {
                return new Start.Refused(code.refusal(name, "it is null or has no name"));
            }
            return new Start.Started(provider, descriptor);
        } catch (Throwable e) {
            // Whatever a bundle throws ends here, as text: the object would keep its loader alive.
            return new Start.Refused(code.refusal(name, text(e)));
        }
    }

    private static void checkHosts(Bundle bundle, ProviderDescriptor descriptor) {
        if (descriptor.hosts().isEmpty()) {
            throw ProviderCode.NO_HOSTS.refusal(bundle.copy().name());
        }
        for (String pattern : descriptor.hosts()) {
            if (!HOST.matcher(pattern).matches()) {
                throw ProviderCode.BAD_HOST.refusal(bundle.copy().name(), pattern);
            }
        }
    }

    // A bundle's exception may override any method of it.
    private static String text(Throwable thrown) {
        try {
            Throwable root = thrown;
            for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
                root = root.getCause();
            }
            String message = root.getMessage();
            return root.getClass().getName() + (message == null ? "" : ": " + message);
        } catch (Throwable e) {
            return thrown.getClass().getName();
        }
    }
}
