package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.Finding;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules of one bundle that its layer consists of, all of them roots. Modules that the host
 * shares are hidden; with an automatic module in the bundle every name of the host is, because such
 * a module reads both and would clash.
 *
 * @param lent names of hidden copies whose place the host's module takes
 * @param warnings the hidden and the automatic modules
 */
public record BundleModules(
        Map<String, ModuleReference> modules, Set<String> lent, List<Finding> warnings)
        implements ModuleFinder {
    public BundleModules {
        modules = Map.copyOf(modules);
        lent = Set.copyOf(lent);
        warnings = List.copyOf(warnings);
    }

    /**
     * Takes the modules of a bundle's jars.
     *
     * @throws Refusal when the bundle's own module is hidden, or two jars carry the same module
     */
    static BundleModules of(String bundle, BundleJar main, List<BundleJar> jars, HostModules host) {
        boolean automatic = jars.stream().anyMatch(BundleJar::isAutomatic);
        Map<String, ModuleReference> modules = new LinkedHashMap<>();
        Set<String> lent = new HashSet<>();
        List<Finding> warnings = new ArrayList<>();
        for (BundleJar jar : jars) {
            String name = jar.module().descriptor().name();
            if (host.isShared(name) || (automatic && host.has(name))) {
                if (jar.equals(main)) {
                    throw ProviderCode.UNRESOLVABLE.refusal(
                            bundle, "its own module is called " + name + " like the host's");
                }
                lent.add(name);
                warnings.add(ProviderCode.HIDDEN_COPY.about(bundle, name));
                continue;
            }
            if (jar.isAutomatic()) {
                warnings.add(ProviderCode.AUTOMATIC_MODULE.about(bundle, name));
            }
            if (modules.put(name, jar.module()) != null) {
                throw ProviderCode.UNRESOLVABLE.refusal(
                        bundle,
                        "%s and %s both carry the module %s"
                                .formatted(jarOf(name, jars), jar.name(), name));
            }
        }
        lent.removeIf(host::isShared);
        return new BundleModules(modules, lent, warnings);
    }

    private static String jarOf(String module, List<BundleJar> jars) {
        return jars.stream()
                .filter(jar -> jar.module().descriptor().name().equals(module))
                .map(BundleJar::name)
                .findFirst()
                .orElseThrow();
    }

    /** The descriptors, by name. */
    Collection<ModuleDescriptor> descriptors() {
        return modules.values().stream().map(ModuleReference::descriptor).sorted().toList();
    }

    @Override
    public Optional<ModuleReference> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    @Override
    public Set<ModuleReference> findAll() {
        return Set.copyOf(modules.values());
    }
}
