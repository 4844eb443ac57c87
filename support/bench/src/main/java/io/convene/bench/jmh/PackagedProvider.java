package io.convene.bench.jmh;

import io.convene.bench.BenchException;
import io.convene.core.spi.AtsProvider;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A provider straight from its bundle, without the launcher's loading. */
final class PackagedProvider {
    private PackagedProvider() {}

    /** The provider of that id among the bundles of a folder. */
    static AtsProvider load(Path folder, String id) {
        try (Stream<Path> files = Files.list(folder)) {
            Path jar =
                    files.filter(file ->
                                    String.valueOf(file.getFileName()).matches(id + "-\\d.*\\.jar"))
                            .findFirst()
                            .orElseThrow(() ->
                                    new BenchException(
                                            "there is no bundle " + id + " in " + folder));
            // Lives as long as the process.
            @SuppressWarnings("resource")
            URLClassLoader loader =
                    new URLClassLoader(
                            new URL[] {url(jar)}, PackagedProvider.class.getClassLoader());
            return (AtsProvider) loader.loadClass(provider(jar)).getConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException | FindException e) {
            throw new BenchException("the bundle " + id + " cannot be loaded: " + e);
        }
    }

    private static String provider(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .flatMap(module -> module.descriptor().provides().stream())
                .filter(provides -> provides.service().equals(AtsProvider.class.getName()))
                .map(Provides::providers)
                .map(List::getFirst)
                .findFirst()
                .orElseThrow(() ->
                        new BenchException(jar + " provides no " + AtsProvider.class.getName()));
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
