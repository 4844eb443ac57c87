package io.convene.testkit;

import io.convene.testkit.engine.jars.BundleJars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds packaged bundles.
 *
 * @since 0.1.0
 */
public final class BundleFiles {
    static final String MARK = "META-INF/convene/provider.json";

    private BundleFiles() {}

    /**
     * The one bundle in that folder, such as {@code target} or {@code build/libs}: its jar, or the
     * folder with that jar and its private dependencies. Such a folder is named as the jar without
     * {@code .jar} and contains the jar.
     *
     * @param folder where the build leaves the packaged bundle
     * @return the jar, or the folder of the bundle
     * @throws TestkitException when there is none, or more than one
     */
    public static Path in(Path folder) {
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(BundleFiles::isBundle).sorted().toList();
        } catch (IOException e) {
            throw new TestkitException(
                    "The folder " + folder + " cannot be read: package the bundle first.", e);
        }
        if (found.size() != 1) {
            throw new TestkitException(
                    "Expected one bundle's jar in "
                            + folder
                            + " and found "
                            + found
                            + ": package the bundle, or remove the files of older builds.");
        }
        return withPrivateDependencies(found.getFirst());
    }

    private static Path withPrivateDependencies(Path jar) {
        String name = jar.getFileName().toString();
        Path bundle = jar.resolveSibling(name.substring(0, name.length() - ".jar".length()));
        return Files.exists(bundle.resolve(name)) ? bundle : jar;
    }

    /** All jars of a bundle. */
    static List<Path> jars(Path bundle) {
        if (!Files.isDirectory(bundle)) {
            return List.of(bundle);
        }
        try (Stream<Path> files = Files.list(bundle)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new TestkitException("The folder %s cannot be read.".formatted(bundle), e);
        }
    }

    /** The bundle's own jar. */
    static Path main(Path bundle) {
        return jars(bundle).stream()
                .filter(BundleFiles::isBundle)
                .findFirst()
                .orElseThrow(
                        () -> new TestkitException("%s contains no bundle.".formatted(bundle)));
    }

    /** The bundle's own top-level classes that have code, by their names with dots. */
    static Set<String> classes(Path bundle) {
        return BundleJars.main(bundle).map(jar -> jar.classes().keySet()).orElse(Set.of()).stream()
                .filter(name -> !name.contains("$") && !name.endsWith("package-info"))
                .map(name -> name.replace('/', '.'))
                .collect(Collectors.toSet());
    }

    private static boolean isBundle(Path file) {
        if (!file.toString().matches(".*(?<!-sources|-javadoc)\\.jar")) {
            return false;
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.getEntry(MARK) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
