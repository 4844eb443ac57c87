package io.convene.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The results: printed as they come, kept for the file. */
final class Report {
    private final PrintStream out;
    private final StringBuilder text = new StringBuilder();

    Report(PrintStream out) {
        this.out = out;
    }

    /** Adds a section. */
    void add(String title, String body) {
        String section = "\n## " + title + "\n\n" + body.strip() + "\n";
        text.append(section);
        out.print(section);
        out.flush();
    }

    /** Writes all that came. */
    void write(Path file, String head) {
        try {
            Files.writeString(file, head + text);
        } catch (IOException e) {
            throw new BenchException(file + " cannot be written: " + e.getMessage());
        }
    }
}
