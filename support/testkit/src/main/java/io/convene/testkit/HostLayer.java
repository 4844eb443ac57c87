package io.convene.testkit;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The host's modules in a layer of their own, whether the tests run on a class path or a module
 * path, and the examination in it. A bundle finds there the same classes as in production and
 * nothing of the tests.
 */
final class HostLayer implements AutoCloseable {
    private static final String KIT = "io.convene.testkit";
    private static final String ENGINE = KIT + ".engine";
    // Found by service loaders at run time, so that nothing requires it.
    private static final String JSON = "org.eclipse.parsson";

    private final ModuleLayer layer;
    private final ClassLoader loader;
    private final Function<String, Map<String, List<String>>> engine;

    private HostLayer(ModuleLayer layer, Function<String, Map<String, List<String>>> engine) {
        this.layer = layer;
        this.loader = layer.findLoader(KIT);
        this.engine = engine;
    }

    /**
     * Makes the layer and opens the examination of the bundle that the facts describe.
     *
     * @param work a folder for jars of the layer
     * @throws TestkitException when a module of the host is not at hand
     */
    @SuppressWarnings("unchecked") // the class is made for it
    static HostLayer open(Path work, Map<String, Object> facts) {
        ModuleLayer.Controller controller = layer(work);
        ModuleLayer layer = controller.layer();
        Module kit = layer.findModule(KIT).orElseThrow();
        controller.addExports(kit, ENGINE, HostLayer.class.getModule());
        ClassLoader loader = kit.getClassLoader();
        return within(
                loader,
                () -> {
                    try {
                        Object engine =
                                loader.loadClass(ENGINE + ".Engine")
                                        .getConstructor(Map.class)
                                        .newInstance(facts);
                        return new HostLayer(
                                layer, (Function<String, Map<String, List<String>>>) engine);
                    } catch (InvocationTargetException e) {
                        throw new TestkitException(
                                "The examination cannot begin: " + e.getCause(), e);
                    } catch (ReflectiveOperationException e) {
                        throw new TestkitException("The kit's jar is not complete: " + e, e);
                    }
                });
    }

    /**
     * The lists {@code skipped}, {@code problems} and {@code gaps} of a rule, or of {@code spi}.
     */
    Map<String, List<String>> examine(String rule) {
        return within(loader, () -> engine.apply(rule));
    }

    /** The version of the kit. */
    String kit() {
        return version(KIT);
    }

    /** The version of the SPI in the host. */
    String spi() {
        return version(HostCore.MODULE);
    }

    private String version(String module) {
        return layer.findModule(module)
                .flatMap(found -> found.getDescriptor().rawVersion())
                .orElse("unknown");
    }

    @Override
    public void close() {
        within(
                loader,
                () -> {
                    try {
                        ((AutoCloseable) engine).close();
                    } catch (Exception e) {
                        throw new TestkitException("The examination did not end: " + e, e);
                    }
                    return engine;
                });
    }

    private static ModuleLayer.Controller layer(Path work) {
        Map<String, ModuleFinder> modules = TestPath.modules();
        HostCore.replaceOlder(modules, work);
        ModuleFinder host = ModuleFinder.compose(modules.values().toArray(ModuleFinder[]::new));
        ModuleLayer boot = ModuleLayer.boot();
        try {
            Configuration configuration =
                    boot.configuration().resolve(host, ModuleFinder.of(), Set.of(KIT, JSON));
            return ModuleLayer.defineModulesWithOneLoader(
                    configuration, List.of(boot), ClassLoader.getPlatformClassLoader());
        } catch (FindException | ResolutionException e) {
            throw new TestkitException(
                    "The host's modules are not complete on the class path or module path: "
                            + e.getMessage()
                            + ". Depend on convene-testkit with all its dependencies.",
                    e);
        }
    }

    // The JSON libraries look for their implementation through the thread's loader.
    private static <T> T within(ClassLoader loader, Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
