package io.convene.launcher.cli.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Copies a stream of unknown length into a file, up to a bound. */
final class BoundedCopy {
    private BoundedCopy() {}

    /** The number of bytes copied; empty when there were more than that, and copying ended. */
    static OptionalLong copy(InputStream in, Path file, long most) throws IOException {
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                copied += read;
                if (copied > most) {
                    return OptionalLong.empty();
                }
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
        }
        return OptionalLong.of(copied);
    }
}
