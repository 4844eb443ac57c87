package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks the requirements and contents of a bundle's modules before anything is resolved. */
final class ModuleRules {
    private static final Set<String> ALLOWED =
            Set.of(
                    "java.base",
                    "java.logging",
                    "java.xml",
                    HostModules.CORE,
                    "jakarta.json",
                    "jakarta.json.bind",
                    "org.jspecify");
    // JSON libraries name these for types they can do without.
    private static final Set<String> ALLOWED_IF_STATIC = Set.of("java.desktop", "java.sql");

    private final HostModules host;

    ModuleRules(HostModules host) {
        this.host = host;
    }

    /**
     * Checks all modules of a bundle.
     *
     * @throws Refusal naming the first module that breaks a rule, and the rule
     */
    void check(BundleModules bundle) {
        for (ModuleDescriptor module : bundle.descriptors()) {
            module.requires().stream()
                    .sorted()
                    .forEach(requires -> checkRequires(module, requires, bundle));
        }
        checkPackages(bundle);
    }

    // A static requirement counts too: a module of the host is read whenever it is there.
    private void checkRequires(ModuleDescriptor module, Requires requires, BundleModules bundle) {
        String name = requires.name();
        boolean optional = requires.modifiers().contains(Requires.Modifier.STATIC);
        if (bundle.find(name).isPresent() || (optional && !host.has(name))) {
            return;
        }
        boolean allowed =
                ALLOWED.contains(name)
                        || bundle.lent().contains(name)
                        || (optional && ALLOWED_IF_STATIC.contains(name));
        if (!allowed && host.isReserved(name)) {
            throw ProviderCode.FORBIDDEN_REQUIRES.refusal(
                    module.name(), name, String.join(", ", new TreeSet<>(ALLOWED)));
        }
        if (!host.has(name)) {
            throw ProviderCode.MISSING_MODULE.refusal(module.name(), name);
        }
    }

    // All modules of a bundle share one loader, so any other one's packages hide those that one of
    // them reads.
    private void checkPackages(BundleModules bundle) {
        Map<String, String> owners = new HashMap<>();
        Set<String> required = new HashSet<>();
        boolean automatic = false;
        for (ModuleDescriptor module : bundle.descriptors()) {
            for (String name : module.packages()) {
                String other = owners.put(name, module.name());
                if (other != null) {
                    throw ProviderCode.PACKAGE_CLASH.refusal(other, module.name(), name);
                }
            }
            module.requires().forEach(requires -> required.add(requires.name()));
            automatic = automatic || module.isAutomatic();
        }
        required.removeAll(bundle.modules().keySet());
        Set<String> read = host.readBy(required);
        for (ModuleDescriptor other : host.descriptors()) {
            if (automatic || read.contains(other.name())) {
                checkAgainst(other, bundle);
            }
        }
    }

    private static void checkAgainst(ModuleDescriptor other, BundleModules bundle) {
        for (ModuleDescriptor module : bundle.descriptors()) {
            Set<String> packages = new TreeSet<>(exports(other, module.name()));
            packages.retainAll(module.packages());
            if (!packages.isEmpty()) {
                String name = packages.iterator().next();
                throw ProviderCode.PACKAGE_CLASH.refusal(module.name(), other.name(), name);
            }
        }
    }

    private static Set<String> exports(ModuleDescriptor from, String to) {
        if (from.isAutomatic()) {
            return from.packages();
        }
        Set<String> packages = new HashSet<>();
        from.exports().stream()
                .filter(exports -> !exports.isQualified() || exports.targets().contains(to))
                .forEach(exports -> packages.add(exports.source()));
        return packages;
    }
}
