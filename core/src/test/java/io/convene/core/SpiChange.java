package io.convene.core;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/**
 * A change of one of core's sources.
 *
 * @param text a text that is in the source once
 * @param by its replacement
 * @param said the guard's message about it, empty when it is allowed
 */
record SpiChange(String what, String source, String text, String by, String said) {
    static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java/io/convene/core");
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    static SpiChange refused(String what, String source, String text, String by, String said) {
        return new SpiChange(what, source, text, by, said);
    }

    static SpiChange allowed(String what, String source, String text, String by) {
        return new SpiChange(what, source, text, by, "");
    }

    /** All classes of core, of which those of this source are changed. */
    Path packed(Path folder) throws IOException {
        String before = Files.readString(SOURCES.resolve(source));
        if (before.indexOf(text) < 0 || before.indexOf(text) != before.lastIndexOf(text)) {
            throw new IllegalArgumentException(source + " has not once: " + text);
        }
        Path after = folder.resolve(Path.of(source).getFileName());
        Files.writeString(after, before.replace(text, by));
        Path changed = Files.createDirectory(folder.resolve("changed"));
        compile(after, changed);
        return SpiGuard.pack(folder.resolve("after.jar"), CLASSES, changed);
    }

    private static void compile(Path source, Path into) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        String path =
                String.join(
                        File.pathSeparator,
                        CLASSES.toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""));
        int status =
                JAVAC.run(
                        writer,
                        writer,
                        "-proc:none",
                        "-Xlint:none",
                        "-implicit:none",
                        "-cp",
                        path,
                        "-d",
                        into.toString(),
                        source.toString());
        if (status != 0) {
            throw new IllegalStateException(output.toString());
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
