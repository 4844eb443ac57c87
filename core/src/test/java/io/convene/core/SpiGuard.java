package io.convene.core;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.exception.JApiCmpException;
import japicmp.model.AccessModifier;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.output.incompatible.IncompatibleErrorOutput;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The judgement of japicmp, under the rules that the build asks it with. */
final class SpiGuard {
    private SpiGuard() {}

    /** Why the build refuses the classes in the second jar after those in the first. */
    static Optional<String> refusal(Path before, Path after) {
        Options options = options(before, after);
        options.setErrorOnBinaryIncompatibility(true);
        options.setErrorOnSourceIncompatibility(true);
        JarArchiveComparator comparator =
                new JarArchiveComparator(JarArchiveComparatorOptions.of(options));
        List<JApiClass> classes =
                comparator.compare(options.getOldArchives(), options.getNewArchives());
        try {
            new IncompatibleErrorOutput(options, classes, comparator).generate();
            return Optional.empty();
        } catch (JApiCmpException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The types that differ in their members or supertypes in any way. */
    static List<String> changes(Path before, Path after) {
        Options options = options(before, after);
        return new JarArchiveComparator(JarArchiveComparatorOptions.of(options))
                .compare(options.getOldArchives(), options.getNewArchives()).stream()
                        .filter(type -> type.getChangeStatus() != JApiChangeStatus.UNCHANGED)
                        .map(JApiClass::getFullyQualifiedName)
                        .toList();
    }

    /** Packs the classes of a folder, with those of another in their place where it has some. */
    static Path pack(Path jar, Path folder, Path changed) throws IOException {
        SortedMap<String, Path> classes = new TreeMap<>();
        for (Path from : List.of(folder, changed)) {
            try (Stream<Path> files = Files.walk(from)) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .forEach(file -> classes.put(from.relativize(file).toString(), file));
            }
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, Path> file : classes.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey().replace(File.separatorChar, '/')));
                Files.copy(file.getValue(), out);
            }
        }
        return jar;
    }

    private static Options options(Path before, Path after) {
        Options options = Options.newDefault();
        options.setOldArchives(List.of(new JApiCmpArchive(before.toFile(), "before")));
        options.setNewArchives(List.of(new JApiCmpArchive(after.toFile(), "after")));
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.setIgnoreMissingClasses(false);
        options.addIncludeFromArgument(
                Optional.of("io.convene.core;io.convene.core.paging;io.convene.core.spi"), true);
        return options;
    }
}
