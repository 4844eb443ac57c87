package io.convene.launcher.providers.code;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the uses of connections, files, threads and the like in compiled classes, without running
 * them. Code that needs none of these can be judged by what it is given and what it returns.
 */
public final class CodeCheck {
    /** Compilers make no class that is larger; one that is would fill the memory. */
    private static final int LARGEST_CLASS = 16 << 20;

    private CodeCheck() {}

    /**
     * The uses in every class of a jar, those for other releases of Java included.
     *
     * @throws IOException when the jar cannot be read
     */
    public static Set<ForbiddenUse> ofJar(Path file) throws IOException {
        Set<ForbiddenUse> uses = new LinkedHashSet<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    uses.addAll(ofEntry(jar, entry));
                }
            }
        }
        return uses;
    }

    /** The uses in one class. */
    public static Set<ForbiddenUse> ofClass(byte[] bytes) {
        return new ConstantPool(bytes).namesForbidden()
                ? ClassUses.of(ClassFile.of().parse(bytes))
                : Set.of();
    }

    private static Set<ForbiddenUse> ofEntry(ZipFile jar, ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = in.readNBytes(LARGEST_CLASS + 1);
        }
        if (bytes.length > LARGEST_CLASS) {
            return Set.of(unreadable(entry));
        }
        try {
            return ofClass(bytes);
        } catch (RuntimeException e) {
            // A class that cannot be read here may still be one that the JVM accepts.
            return Set.of(unreadable(entry));
        }
    }

    private static ForbiddenUse unreadable(ZipEntry entry) {
        return new ForbiddenUse(
                entry.getName(), "", "a form of class that cannot be checked", Matter.OTHER);
    }
}
