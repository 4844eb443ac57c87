package io.convene.testkit.engine.jars;

import io.convene.testkit.engine.report.RuleProblems;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks the packaged files without loading them. */
public final class ModuleCheck {
    private static final List<String> HOSTS =
            List.of("io.convene.core", "io.convene.launcher", "jakarta.json", "io.helidon");

    private ModuleCheck() {}

    public static void version(Path bundle, RuleProblems problems) {
        Optional<ModuleDescriptor> module = BundleJars.main(bundle).flatMap(BundleJars.Jar::module);
        if (module.isEmpty()) {
            problems.add("The bundle's jar has no module-info, so nothing carries a version.");
        } else if (module.get().rawVersion().isEmpty()) {
            problems.add(
                    "The module "
                            + module.get().name()
                            + " has no version: compile it with --module-version, as Maven does by itself.");
        }
    }

    public static void hostModules(Path bundle, RuleProblems problems) {
        for (BundleJars.Jar jar : BundleJars.of(bundle)) {
            jar.module()
                    .map(ModuleDescriptor::name)
                    .filter(name -> isHosts(name, '.'))
                    .ifPresent(name ->
                            problems.add(
                                    jar.name()
                                            + " is the module "
                                            + name
                                            + ", which the host offers: leave it out of the bundle."));
            jar.classes().keySet().stream()
                    .filter(name -> isHosts(name, '/'))
                    .findFirst()
                    .ifPresent(name ->
                            problems.add(
                                    jar.name()
                                            + " carries a copy of "
                                            + name
                                            + ", which the host offers: depend on it without packing it."));
        }
    }

    private static boolean isHosts(String name, char separator) {
        return HOSTS.stream()
                .map(host -> host.replace('.', separator))
                .anyMatch(host -> name.equals(host) || name.startsWith(host + separator));
    }
}
