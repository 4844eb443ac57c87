package io.convene.testkit;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The modules that the tests run with, on a class path or a module path. */
final class TestPath {
    private TestPath() {}

    /** The explicit modules by their names, each in a finder of its own. */
    static Map<String, ModuleFinder> modules() {
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
        return byName;
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
}
