package io.convene.launcher.providers;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the launcher's own layer offers to bundles, and what of it they may not replace. */
record HostModules(ModuleLayer layer) {
    static final String CORE = "io.convene.core";

    private static final Set<String> CONVENE = Set.of(CORE, "io.convene.launcher");

    static HostModules boot() {
        return new HostModules(ModuleLayer.boot());
    }

    /**
     * The version of the SPI.
     *
     * @throws ProvidersException when core was built without one
     */
    SemanticVersion spi() {
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

    List<ModuleDescriptor> descriptors() {
        return layer.modules().stream().map(Module::getDescriptor).toList();
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
