package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.providers.version.SemanticVersion;

import org.jspecify.annotations.Nullable;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that the launcher's own layer and those below it offer to bundles, and those that
 * bundles may not replace.
 */
public record HostModules(ModuleLayer layer) {
    static final String CORE = "io.convene.core";

    private static final Set<String> CONVENE = Set.of(CORE, "io.convene.launcher");

    /**
     * The layer that the launcher itself is in: the boot layer of a distribution, one of its own in
     * the conformance kit.
     */
    public static HostModules own() {
        @Nullable ModuleLayer layer = HostModules.class.getModule().getLayer();
        return new HostModules(layer == null ? ModuleLayer.boot() : layer);
    }

    /**
     * The version of the SPI.
     *
     * @throws ProvidersException when core was built without one
     */
    public SemanticVersion spi() {
        return descriptor(CORE)
                .flatMap(ModuleDescriptor::rawVersion)
                .flatMap(SemanticVersion::find)
                .orElseThrow(() ->
                        new ProvidersException(
                                CORE
                                        + " carries no SemVer version in its module-info."
                                        + " Compile it with --module-version."));
    }

    boolean has(String module) {
        return layer.findModule(module).isPresent();
    }

    Optional<ModuleDescriptor> descriptor(String module) {
        return layer.findModule(module).map(Module::getDescriptor);
    }

    /** Every module, one of a higher layer in place of those of its name below. */
    Collection<ModuleDescriptor> descriptors() {
        Map<String, ModuleDescriptor> descriptors = new LinkedHashMap<>();
        add(layer, descriptors);
        return descriptors.values();
    }

    /** Whether bundles see the host's module of that name even when they carry one. */
    boolean isShared(String module) {
        return CONVENE.contains(module)
                || isBelow("jakarta.json", module)
                || isBelow("java", module)
                || isBelow("jdk", module);
    }

    /** Whether a module of that name is the host's own matter, whether it is there or not. */
    boolean isReserved(String module) {
        return isShared(module) || isBelow("io.helidon", module) || has(module);
    }

    /** The host's modules that are read by one that requires these. */
    Set<String> readBy(Set<String> required) {
        Set<String> read = new HashSet<>();
        required.forEach(name -> addWithTransitive(name, read));
        return read;
    }

    private static void add(ModuleLayer layer, Map<String, ModuleDescriptor> descriptors) {
        layer.modules()
                .forEach(module ->
                        descriptors.putIfAbsent(module.getName(), module.getDescriptor()));
        layer.parents().forEach(parent -> add(parent, descriptors));
    }

    private void addWithTransitive(String module, Set<String> read) {
        Optional<ModuleDescriptor> descriptor = descriptor(module);
        if (descriptor.isEmpty() || !read.add(module)) {
            return;
        }
        descriptor.get().requires().stream()
                .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .forEach(requires -> addWithTransitive(requires.name(), read));
    }

    private static boolean isBelow(String prefix, String module) {
        return module.equals(prefix) || module.startsWith(prefix + ".");
    }
}
