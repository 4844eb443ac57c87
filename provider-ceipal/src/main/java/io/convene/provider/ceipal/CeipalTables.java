package io.convene.provider.ceipal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The tables of public facts that are stored with this package's classes. */
final class CeipalTables {
    private CeipalTables() {}

    /** The lines of a table, without its comments. */
    static Stream<String> lines(String table) {
        try (InputStream in =
                Objects.requireNonNull(CeipalTables.class.getResourceAsStream(table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
