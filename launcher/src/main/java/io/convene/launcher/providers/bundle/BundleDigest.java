package io.convene.launcher.providers.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest of the files in a bundle's jars: the same after they are signed, packed again or
 * renamed, another one after a class is changed, added or removed.
 */
public final class BundleDigest {
    /** The claim that carries the digest. */
    public static final String CLAIM = "META-INF/convene/conformance.json";

    private static final long MOST_UNPACKED = 1L << 30;
    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "META-INF/(convene/conformance\\.json|(?i:MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(SF|DSA|RSA|EC)))|.*/");

    private BundleDigest() {}

    /**
     * The SHA-256, in hex, of a list with a line {@code <sha-256> <name>} for each file in the
     * jars, in the order of the names, then of the hashes. The manifest, signatures, folders and
     * the claim itself are left out.
     *
     * @param jars all jars of the bundle
     * @throws IOException when one cannot be read, or they unpack to more than 1 GiB
     */
    public static String of(List<Path> jars) throws IOException {
        List<String> files = new ArrayList<>();
        long unpacked = 0;
        for (Path jar : jars) {
            try (ZipFile file = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : file.stream().toList()) {
                    if (!LEFT_OUT.matcher(entry.getName()).matches()) {
                        unpacked += add(file, entry, MOST_UNPACKED - unpacked, files);
                    }
                }
            }
        }
        Collections.sort(files);
        MessageDigest digest = sha256();
        for (String file : files) {
            int end = file.lastIndexOf('\n');
            String line = "%s  %s\n".formatted(file.substring(end + 1), file.substring(0, end));
            digest.update(line.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long add(ZipFile jar, ZipEntry entry, long most, List<String> files)
            throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new IOException(
                            "its files have more than %d bytes together".formatted(MOST_UNPACKED));
                }
                digest.update(buffer, 0, read);
            }
        }
        files.add("%s\n%s".formatted(entry.getName(), HexFormat.of().formatHex(digest.digest())));
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
