package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.ModuleFacts;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the modules of a bundle for those who look for a fault. */
record ModuleReport(ModuleRules rules) {
    /**
     * The facts about each module, by name.
     *
     * @param modules the modules of the bundle's layer, if there is one; else all are described
     */
    List<ModuleFacts> of(List<BundleJar> jars, Optional<BundleModules> modules) {
        Set<String> all =
                jars.stream().map(ModuleReport::moduleOf).collect(Collectors.toUnmodifiableSet());
        Set<String> own = modules.map(found -> found.modules().keySet()).orElse(all);
        Set<String> lent = modules.map(BundleModules::lent).orElse(Set.of());
        return jars.stream()
                .filter(jar -> own.contains(moduleOf(jar)))
                .sorted(Comparator.comparing(ModuleReport::moduleOf))
                .map(jar -> facts(jar, own, lent))
                .toList();
    }

    private ModuleFacts facts(BundleJar jar, Set<String> own, Set<String> lent) {
        ModuleDescriptor module = jar.module().descriptor();
        return new ModuleFacts(
                jar.name(),
                module.name(),
                module.rawVersion(),
                module.requires().stream()
                        .filter(requires -> !isImplied(requires))
                        .sorted()
                        .map(requires ->
                                new ModuleFacts.Requirement(
                                        requires.name(),
                                        requires.rawCompiledVersion(),
                                        rules.source(requires, own, lent)))
                        .toList());
    }

    /** Whether every module has the requirement, so that it explains nothing. */
    private static boolean isImplied(Requires requires) {
        return requires.modifiers().contains(Requires.Modifier.MANDATED);
    }

    private static String moduleOf(BundleJar jar) {
        return jar.module().descriptor().name();
    }
}
