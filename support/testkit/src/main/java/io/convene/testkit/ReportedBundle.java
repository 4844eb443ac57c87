package io.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.providers.bundle.BundleDigest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A bundle whose jar gets the report of the kit. The rest of the jar keeps its order, contents and
 * times, so that the same report gives the same bytes.
 */
final class ReportedBundle {
    private static final String CLAIM = BundleDigest.CLAIM;

    private final List<Path> jars;
    private final Path main;

    /**
     * A bundle's jars.
     *
     * @param main the one of them that says whose bundle it is
     */
    ReportedBundle(List<Path> jars, Path main) {
        this.jars = List.copyOf(jars);
        this.main = main;
    }

    /**
     * Writes the report into the bundle's own jar, in place of an earlier one.
     *
     * @param tier the tier that was earned
     * @param kit the version of the kit
     * @param spi the version of the SPI in the kit's host
     * @throws TestkitException when the jar is signed, or cannot be written
     */
    void write(Tier tier, String kit, String spi) {
        try {
            String json =
                    "{\"tier\":\"%s\",\"kit\":\"%s\",\"spi\":\"%s\",\"digest\":\"%s\"}\n"
                            .formatted(tier, kit, spi, BundleDigest.of(jars));
            FileTime time = Files.getLastModifiedTime(main);
            // Hidden, so that nothing takes it for a bundle, and of one process only.
            Path other =
                    main.resolveSibling(
                            ".%s.%d.tmp"
                                    .formatted(main.getFileName(), ProcessHandle.current().pid()));
            try {
                rewrite(other, json.getBytes(UTF_8));
                Files.setLastModifiedTime(other, time);
                Files.move(other, main, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            throw new TestkitException(
                    "The report cannot be written into %s: %s".formatted(main, e.getMessage()), e);
        }
    }

    private void rewrite(Path other, byte[] json) throws IOException {
        try (ZipFile jar = new ZipFile(main.toFile());
                OutputStream file = Files.newOutputStream(other);
                ZipOutputStream out = new ZipOutputStream(file)) {
            List<? extends ZipEntry> entries = jar.stream().toList();
            ZipEntry mark = jar.getEntry(BundleFiles.MARK);
            for (ZipEntry entry : entries) {
                checkUnsigned(entry);
                if (!entry.getName().equals(CLAIM)) {
                    copy(jar, entry, out);
                }
            }
            ZipEntry claim = new ZipEntry(CLAIM);
            claim.setTimeLocal(mark.getTimeLocal());
            out.putNextEntry(claim);
            out.write(json);
        }
    }

    private static void copy(ZipFile jar, ZipEntry entry, ZipOutputStream out) throws IOException {
        ZipEntry copy = new ZipEntry(entry);
        if (copy.getMethod() != ZipEntry.STORED) {
            copy.setCompressedSize(-1);
        }
        out.putNextEntry(copy);
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private void checkUnsigned(ZipEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        if (name.startsWith("META-INF/") && name.endsWith(".SF")) {
            throw new TestkitException(
                    "%s is signed, and a report that is added later is not: write the report first, then sign."
                            .formatted(main.getFileName()));
        }
    }
}
