package io.convene.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Finds packaged bundles. */
public final class BundleFiles {
    private static final String MARK = "META-INF/convene/provider.json";

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
