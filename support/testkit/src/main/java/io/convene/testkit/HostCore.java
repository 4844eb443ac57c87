package io.convene.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The core of the host. A bundle is compiled against the oldest core that it can use, and build
 * tools then put that one on the path of its tests too. The host needs its own, so the kit brings
 * it.
 */
final class HostCore {
    static final String MODULE = "io.convene.core";

    private static final String LAUNCHER = "io.convene.launcher";
    private static final String OWN = "/META-INF/convene/host/convene-core.jar";

    private HostCore() {}

    /**
     * Puts the kit's own core in the place of one that is older than the host needs.
     *
     * @param modules the modules of the path by their names, of which core's may be replaced
     * @param work a folder for the kit's core
     * @throws TestkitException when it is older and the kit has none
     */
    static void replaceOlder(Map<String, ModuleFinder> modules, Path work) {
        Optional<Version> found = descriptor(modules, MODULE).flatMap(ModuleDescriptor::version);
        Optional<Version> needed =
                descriptor(modules, LAUNCHER)
                        .flatMap(launcher ->
                                launcher.requires().stream()
                                        .filter(requires -> requires.name().equals(MODULE))
                                        .findFirst())
                        .flatMap(ModuleDescriptor.Requires::compiledVersion);
        if (found.isEmpty() || needed.isEmpty() || found.get().compareTo(needed.get()) >= 0) {
            return;
        }
        try (InputStream own = HostCore.class.getResourceAsStream(OWN)) {
            if (own == null) {
                throw new TestkitException(
                        "The tests run with convene-core %s, and the host in the kit needs %s or newer: use the packaged convene-testkit, which contains it."
                                .formatted(found.get(), needed.get()));
            }
            Path jar = work.resolve("convene-core.jar");
            Files.copy(own, jar);
            modules.put(MODULE, ModuleFinder.of(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ModuleDescriptor> descriptor(
            Map<String, ModuleFinder> modules, String name) {
        return Optional.ofNullable(modules.get(name))
                .flatMap(finder -> finder.find(name))
                .map(module -> module.descriptor());
    }
}
