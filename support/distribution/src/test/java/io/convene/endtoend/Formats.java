package io.convene.endtoend;

import java.util.List;
import java.util.stream.Stream;

/** The response formats that the tests go through. */
public final class Formats {
    /** Those of mapped interviews; a chain of cursors may go from any to any other. */
    public static final List<String> MAPPED = List.of("unified", "normalized", "debug");

    /** Those that hand the vendor's answer on. */
    public static final List<String> HANDED_ON = List.of("raw", "stream");

    public static final List<String> ALL =
            Stream.of(MAPPED, HANDED_ON).flatMap(List::stream).toList();

    private Formats() {}
}
