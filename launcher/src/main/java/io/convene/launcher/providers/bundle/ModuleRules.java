package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.Findings;
import io.convene.launcher.providers.status.ModuleFacts.Source;
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
     * @throws Refusal naming each module that breaks a rule, and the rule
     */
    void check(BundleModules bundle) {
        Findings findings = new Findings();
        for (ModuleDescriptor module : bundle.descriptors()) {
            module.requires().stream()
                    .sorted()
                    .forEach(requires -> checkRequires(module, requires, bundle, findings));
        }
        checkPackages(bundle, findings);
        findings.throwIfAny();
    }

    private void checkRequires(
            ModuleDescriptor module, Requires requires, BundleModules bundle, Findings findings) {
        String name = requires.name();
        switch (source(requires, bundle.modules().keySet(), bundle.lent())) {
            case FORBIDDEN ->
                    findings.add(
                            ProviderCode.FORBIDDEN_REQUIRES.about(
                                    module.name(),
                                    name,
                                    String.join(", ", new TreeSet<>(ALLOWED))));
            case MISSING -> findings.add(ProviderCode.MISSING_MODULE.about(module.name(), name));
            case BUNDLE, HOST, OPTIONAL -> {}
        }
    }

    /**
     * Where a required module comes from. A static requirement counts too: a module of the host is
     * read whenever it is there.
     *
     * @param own the names of the bundle's modules
     * @param lent the names of hidden copies whose place the host's module takes
     */
    Source source(Requires requires, Set<String> own, Set<String> lent) {
        String name = requires.name();
        boolean optional = requires.modifiers().contains(Requires.Modifier.STATIC);
        if (own.contains(name)) {
            return Source.BUNDLE;
        }
        if (optional && !host.has(name)) {
            return Source.OPTIONAL;
        }
        boolean allowed =
                ALLOWED.contains(name)
                        || lent.contains(name)
                        || (optional && ALLOWED_IF_STATIC.contains(name));
        if (!allowed && host.isReserved(name)) {
            return Source.FORBIDDEN;
        }
        return host.has(name) ? Source.HOST : Source.MISSING;
    }

    // All modules of a bundle share one loader, so any other one's packages hide those that one of
    // them reads.
    private void checkPackages(BundleModules bundle, Findings findings) {
        Map<String, String> owners = new HashMap<>();
        Set<String> required = new HashSet<>();
        boolean automatic = false;
        for (ModuleDescriptor module : bundle.descriptors()) {
            Set<String> clashing = new HashSet<>();
            for (String name : new TreeSet<>(module.packages())) {
                String other = owners.putIfAbsent(name, module.name());
                if (other != null && clashing.add(other)) {
                    findings.add(ProviderCode.PACKAGE_CLASH.about(other, module.name(), name));
                }
            }
            module.requires().forEach(requires -> required.add(requires.name()));
            automatic = automatic || module.isAutomatic();
        }
        required.removeAll(bundle.modules().keySet());
        Set<String> read = host.readBy(required);
        for (ModuleDescriptor other : host.descriptors()) {
            if (automatic || read.contains(other.name())) {
                checkAgainst(other, bundle, findings);
            }
        }
    }

    private static void checkAgainst(
            ModuleDescriptor other, BundleModules bundle, Findings findings) {
        for (ModuleDescriptor module : bundle.descriptors()) {
            Set<String> packages = new TreeSet<>(exports(other, module.name()));
            packages.retainAll(module.packages());
            if (!packages.isEmpty()) {
                String name = packages.iterator().next();
                findings.add(ProviderCode.PACKAGE_CLASH.about(module.name(), other.name(), name));
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
