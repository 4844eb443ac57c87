package io.convene.launcher.cli.providers;

import static io.convene.launcher.cli.providers.IdentityExamples.acme;
import static io.convene.launcher.cli.providers.IdentityExamples.of;

import io.convene.launcher.cli.providers.CodeExample.InFolder;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.status.ProviderCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Faults of modules. */
final class ModuleExamples {
    private static final String FOLDER = "acme-1.0.0";

    private ModuleExamples() {}

    static void addTo(Map<ProviderCode, CodeExample> examples) {
        examples.put(
                ProviderCode.FORBIDDEN_REQUIRES, of(acme().directive("requires java.net.http;")));
        examples.put(ProviderCode.MISSING_MODULE, new InFolder(ModuleExamples::missing));
        examples.put(
                ProviderCode.PACKAGE_CLASH,
                of(acme().file("io/convene/core/spi/Extra.class", "a class by its name")));
        examples.put(ProviderCode.UNRESOLVABLE, new InFolder(ModuleExamples::circle));
        examples.put(
                ProviderCode.HIDDEN_COPY,
                new InFolder(folder -> {
                    library("io.convene.core").writeTo(folder.resolve(FOLDER + "/core.jar"));
                    acme().writeTo(folder.resolve(FOLDER + "/acme.jar"));
                    return FOLDER;
                }));
        examples.put(
                ProviderCode.AUTOMATIC_MODULE,
                new InFolder(folder -> {
                    Path plain =
                            library("plain")
                                    .withoutModuleInfo()
                                    .manifest("Automatic-Module-Name", "plain")
                                    .writeTo(folder.resolve(FOLDER + "/plain.jar"));
                    acme().directive("requires plain;")
                            .with(plain)
                            .writeTo(folder.resolve(FOLDER + "/acme.jar"));
                    return FOLDER;
                }));
    }

    /** A dependency that was put into the folder without its own. */
    private static String missing(Path folder) throws IOException {
        Path compiling = Files.createDirectory(folder.resolveSibling("compiling"));
        Path zones = library("org.zones").writeTo(compiling.resolve("zones.jar"));
        Path dates =
                library("org.dates")
                        .directive("requires org.zones;")
                        .with(zones)
                        .writeTo(folder.resolve(FOLDER + "/dates.jar"));
        acme().directive("requires org.dates;")
                .with(dates)
                .writeTo(folder.resolve(FOLDER + "/acme.jar"));
        return FOLDER;
    }

    private static String circle(Path folder) throws IOException {
        Path compiling = Files.createDirectory(folder.resolveSibling("compiling"));
        Path zones = library("org.zones").writeTo(compiling.resolve("zones.jar"));
        Path dates =
                library("org.dates")
                        .directive("requires org.zones;")
                        .with(zones)
                        .writeTo(folder.resolve(FOLDER + "/dates.jar"));
        library("org.zones")
                .directive("requires org.dates;")
                .with(library("org.dates").writeTo(compiling.resolve("dates.jar")))
                .writeTo(folder.resolve(FOLDER + "/zones.jar"));
        acme().directive("requires org.dates;")
                .with(dates)
                .with(zones)
                .writeTo(folder.resolve(FOLDER + "/acme.jar"));
        return FOLDER;
    }

    private static TestBundle library(String module) {
        return TestBundle.library(module, "Some", "");
    }
}
