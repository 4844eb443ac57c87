package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bundle's private copy: exactly the hashed bytes are checked and loaded, whatever happens to the
 * original.
 *
 * @param name the name of the jar or folder it was copied from
 * @param folder where the copy is
 * @param jars the copied jars by name
 * @param sha256 in hex: of the jar, or for a folder of its {@code sha256sum}-like listing
 */
public record BundleCopy(String name, Path folder, List<Path> jars, String sha256) {
    public static final long MAX_BYTES = 128L << 20;

    public BundleCopy {
        jars = List.copyOf(jars);
    }

    /**
     * Copies the jar or folder {@code source} into {@code folder}.
     *
     * @throws Refusal when it cannot be part of a bundle, or cannot be copied
     */
    public static BundleCopy of(Path source, Path folder) {
        try {
            DirectoryEntries.check(source);
            if (Files.isDirectory(source) && !name(source).endsWith(DirectoryEntries.JAR)) {
                return ofFolder(source, folder);
            }
            Path copy = copyOf(source, folder);
            String sha256 = copyFile(source, size(source), copy);
            return new BundleCopy(name(source), folder, List.of(copy), sha256);
        } catch (NoSuchFileException e) {
            throw ProviderCode.VANISHED.refusal(name(source));
        } catch (AccessDeniedException e) {
            if (e.getFile() != null && e.getFile().startsWith(source.toString())) {
                throw ProviderCode.NO_PERMISSION.refusal(name(source));
            }
            throw ProviderCode.UNREADABLE.refusal(name(source), e);
        } catch (IOException e) {
            throw ProviderCode.UNREADABLE.refusal(name(source), e);
        }
    }

    private static BundleCopy ofFolder(Path source, Path folder) throws IOException {
        List<Path> copies = new ArrayList<>();
        StringBuilder listing = new StringBuilder();
        long left = MAX_BYTES;
        for (Path jar : jarsIn(source)) {
            DirectoryEntries.check(jar);
            long size = size(jar);
            left -= size;
            if (left < 0) {
                throw ProviderCode.TOO_LARGE.refusal(name(source), MAX_BYTES - left, MAX_BYTES);
            }
            Path copy = copyOf(jar, folder);
            listing.append(copyFile(jar, size, copy)).append("  ").append(name(jar)).append('\n');
            copies.add(copy);
        }
        if (copies.isEmpty()) {
            throw ProviderCode.EMPTY_FOLDER.refusal(name(source));
        }
        byte[] digest = newDigest().digest(listing.toString().getBytes(StandardCharsets.UTF_8));
        return new BundleCopy(name(source), folder, copies, HexFormat.of().formatHex(digest));
    }

    /** Copies a file of that size and returns its hash. */
    public static String copyFile(Path source, long size, Path copy) throws IOException {
        MessageDigest digest = newDigest();
        long copied = 0;
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0 && copied <= size) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                copied += read;
                read = in.read(buffer);
            }
        }
        if (copied != size || size(source) != size) {
            throw ProviderCode.CHANGING.refusal(name(source));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long size(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw ProviderCode.NOT_A_FILE.refusal(name(file));
        }
        if (attributes.size() > MAX_BYTES) {
            throw ProviderCode.TOO_LARGE.refusal(name(file), attributes.size(), MAX_BYTES);
        }
        if (attributes.size() == 0) {
            throw ProviderCode.EMPTY_FILE.refusal(name(file));
        }
        return attributes.size();
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(DirectoryEntries::isJarOfAFolder).sorted().toList();
        }
    }

    /**
     * Where a file is copied to: under its own name, or one in ASCII where the JVM could not open
     * that. The names of automatic modules do not suffer, as only letters of ASCII count in them.
     */
    private static Path copyOf(Path source, Path folder) {
        String name = name(source);
        Path copy;
        try {
            copy = folder.resolve(name);
        } catch (InvalidPathException e) {
            name = name.replaceAll("[^ -~]", "_");
            copy = folder.resolve(name);
        }
        for (int i = 1; Files.exists(copy); i++) {
            copy = folder.resolve(i + "-" + name);
        }
        return copy;
    }

    private static String name(Path file) {
        return DirectoryEntries.name(file);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
