package io.convene.testkit;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The host's modules in a layer of their own, whether the tests run on a class path or a module
 * path, and the examination in it. A bundle finds there the same classes as in production and
 * nothing of the tests.
 */
final class HostLayer implements AutoCloseable {
    private static final String KIT = "io.convene.testkit";
    private static final String ENGINE = KIT + ".engine";
    // Found by service loaders at run time, so that nothing requires it.
    private static final String JSON = "org.eclipse.parsson";

    private final ClassLoader loader;
    private final Function<String, Map.Entry<String, List<String>>> engine;

    private HostLayer(
            ClassLoader loader, Function<String, Map.Entry<String, List<String>>> engine) {
        this.loader = loader;
        this.engine = engine;
    }

    /**
     * Makes the layer and opens the examination of the bundle that the facts describe.
     *
     * @throws TestkitException when a module of the host is not at hand
     */
    @SuppressWarnings("unchecked") // the class is made for it
    static HostLayer open(Map<String, Object> facts) {
        ModuleLayer.Controller controller = layer();
        Module kit = controller.layer().findModule(KIT).orElseThrow();
        controller.addExports(kit, ENGINE, HostLayer.class.getModule());
        ClassLoader loader = kit.getClassLoader();
        return within(
                loader,
                () -> {
                    try {
                        Object engine =
                                loader.loadClass(ENGINE + ".Engine")
                                        .getConstructor(Map.class)
                                        .newInstance(facts);
                        return new HostLayer(
                                loader, (Function<String, Map.Entry<String, List<String>>>) engine);
                    } catch (InvocationTargetException e) {
                        throw new TestkitException(
                                "The examination cannot begin: " + e.getCause(), e);
                    } catch (ReflectiveOperationException e) {
                        throw new TestkitException("The kit's jar is not complete: " + e, e);
                    }
                });
    }

    /** Why the rule was not examined, or an empty text, and the violations of it. */
    Map.Entry<String, List<String>> examine(String rule) {
        return within(loader, () -> engine.apply(rule));
    }

    @Override
    public void close() {
        within(
                loader,
                () -> {
                    try {
                        ((AutoCloseable) engine).close();
                    } catch (Exception e) {
                        throw new TestkitException("The examination did not end: " + e, e);
                    }
                    return engine;
                });
    }

    private static ModuleLayer.Controller layer() {
        ModuleFinder host = ModuleFinder.compose(finders());
        ModuleLayer boot = ModuleLayer.boot();
        try {
            Configuration configuration =
                    boot.configuration().resolve(host, ModuleFinder.of(), Set.of(KIT, JSON));
            return ModuleLayer.defineModulesWithOneLoader(
                    configuration, List.of(boot), ClassLoader.getPlatformClassLoader());
        } catch (FindException | ResolutionException e) {
            throw new TestkitException(
                    "The host's modules are not complete on the class path or module path: "
                            + e.getMessage()
                            + ". Depend on convene-testkit with all its dependencies.",
                    e);
        }
    }

    /** The explicit modules among all that the tests run with, each by itself. */
    private static ModuleFinder[] finders() {
        Map<String, ModuleFinder> byName = new LinkedHashMap<>();
        for (Path entry : entries()) {
            try {
                ModuleFinder finder = ModuleFinder.of(entry);
                Set<ModuleReference> found = finder.findAll();
                if (found.size() == 1) {
                    ModuleReference module = found.iterator().next();
                    if (!module.descriptor().isAutomatic()) {
                        byName.putIfAbsent(module.descriptor().name(), finder);
                    }
                }
            } catch (FindException e) {
                // No module, so none of the host's.
            }
        }
        return byName.values().toArray(ModuleFinder[]::new);
    }

    private static Set<Path> entries() {
        Set<Path> entries = new LinkedHashSet<>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    add(Path.of(entry).toAbsolutePath().normalize(), entries);
                }
            }
        }
        return entries;
    }

    // Build tools hide a long class path in the manifest of one jar; module paths may name folders.
    private static void add(Path entry, Set<Path> entries) {
        if (!Files.exists(entry) || !entries.add(entry)) {
            return;
        }
        if (Files.isDirectory(entry)) {
            File @Nullable [] jars =
                    entry.toFile().listFiles((folder, name) -> name.endsWith(".jar"));
            if (jars != null && !Files.exists(entry.resolve("module-info.class"))) {
                for (File jar : jars) {
                    entries.add(jar.toPath());
                }
            }
            return;
        }
        for (String relative :
                manifestPath(entry).map(path -> path.split(" +")).orElse(new String[0])) {
            if (relative.isBlank()) {
                continue;
            }
            URI uri = entry.toUri().resolve(relative);
            if ("file".equals(uri.getScheme())) {
                add(Path.of(uri), entries);
            }
        }
    }

    private static Optional<String> manifestPath(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(main -> main.getValue(Attributes.Name.CLASS_PATH));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // The JSON libraries look for their implementation through the thread's loader.
    private static <T> T within(ClassLoader loader, Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
