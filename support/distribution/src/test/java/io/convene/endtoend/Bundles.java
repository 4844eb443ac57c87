package io.convene.endtoend;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;

import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** The declarations of the packaged bundles, read without the launcher. */
public final class Bundles {
    private Bundles() {}

    /** The support of an integration with its default settings. */
    public static Support support(String integration) throws Exception {
        return ask(
                integration,
                provider ->
                        provider.interviews()
                                .orElseThrow()
                                .support(Settings.of(provider.descriptor(), Map.of())));
    }

    /** The descriptor of an integration. */
    public static ProviderDescriptor descriptor(String integration) throws Exception {
        return ask(integration, AtsProvider::descriptor);
    }

    private static <T> T ask(String integration, Function<AtsProvider, T> question)
            throws Exception {
        ModuleReference module =
                ModuleFinder.of(Path.of(System.getProperty("distribution"), "providers"))
                        .find("io.convene.provider." + integration)
                        .orElseThrow();
        String name =
                module.descriptor().provides().stream()
                        .filter(provides -> provides.service().equals(AtsProvider.class.getName()))
                        .map(Provides::providers)
                        .findFirst()
                        .orElseThrow()
                        .getFirst();
        URL[] jar = {module.location().orElseThrow().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar, Bundles.class.getClassLoader())) {
            AtsProvider provider =
                    (AtsProvider) loader.loadClass(name).getConstructor().newInstance();
            return question.apply(provider);
        }
    }
}
