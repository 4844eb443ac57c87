package io.convene.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages of the launcher, as compiled, are those of the picture in ARCHITECTURE. */
class PackagesTests {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PICTURE = Path.of("..", "docs", "ARCHITECTURE.md");
    private static final String BASE = "io/convene/launcher";
    private static final String ROOT = "(root)";
    private static final int MOST_TYPES = 32;

    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z.()]+)` \\| [^|]+ \\| ([^|]*) \\|");
    private static final Pattern NAMED = Pattern.compile("`([a-z.()]+)`");
    private static final Pattern DESCRIBED = Pattern.compile("L(" + BASE + "/[\\w/$]+)[;<]");

    @Test
    void importWhatThePictureShows() throws IOException {
        Map<String, Set<String>> compiled = compiled();

        assertThat(compiled.keySet()).contains(ROOT, "api", "api.answer", "egress.wire", "query");
        assertThat(compiled).isEqualTo(drawn());
    }

    @Test
    void haveNoCycle() throws IOException {
        Map<String, Set<String>> left = compiled();
        while (left.values().removeIf(Set::isEmpty)) {
            left.values().forEach(imports -> imports.retainAll(left.keySet()));
        }

        assertThat(left).isEmpty();
    }

    @Test
    void areSmallAndSayWhatBelongsInThem() throws IOException {
        for (String name : compiled().keySet()) {
            Path folder = SOURCES.resolve(BASE);
            if (!name.equals(ROOT)) {
                folder = folder.resolve(name.replace('.', '/'));
            }
            assertThat(folder.resolve("package-info.java")).exists();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".java")))
                        .as(name)
                        .hasSizeLessThanOrEqualTo(MOST_TYPES + 1);
            }
        }
    }

    /** The packages that each package uses. */
    private static Map<String, Set<String>> compiled() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve(BASE))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(PackagesTests::read)
                    .forEach(type -> {
                        String own = packageOf(type.thisClass().asInternalName());
                        Set<String> used = imports.computeIfAbsent(own, key -> new TreeSet<>());
                        used(type).stream()
                                .map(PackagesTests::packageOf)
                                .filter(other -> !other.equals(own))
                                .forEach(used::add);
                    });
        }
        return imports;
    }

    private static ClassModel read(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of the launcher that a class names: itself, in code, or in a signature. */
    private static Set<String> used(ClassModel type) {
        Set<String> used = new HashSet<>();
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof ClassEntry named && named.asInternalName().startsWith(BASE)) {
                used.add(named.asInternalName());
            } else if (entry instanceof Utf8Entry text) {
                Matcher described = DESCRIBED.matcher(text.stringValue());
                while (described.find()) {
                    used.add(described.group(1));
                }
            }
        }
        return used;
    }

    private static String packageOf(String internalName) {
        String folder = internalName.substring(0, internalName.lastIndexOf('/'));
        return folder.equals(BASE) ? ROOT : folder.substring(BASE.length() + 1).replace('/', '.');
    }

    private static Map<String, Set<String>> drawn() throws IOException {
        try (Stream<String> lines = Files.lines(PICTURE)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .collect(
                            Collectors.toMap(
                                    row -> row.group(1),
                                    row ->
                                            NAMED.matcher(row.group(2))
                                                    .results()
                                                    .map(name -> name.group(1))
                                                    .collect(Collectors.toCollection(TreeSet::new)),
                                    (one, other) -> one,
                                    TreeMap::new));
        }
    }
}
