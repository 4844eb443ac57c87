package io.convene.launcher.cli.providers;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints JSON objects as lines with aligned columns; what is absent is a hyphen. */
final class Table {
    private static final String GAP = "  ";

    private final List<String> members;
    private final List<List<String>> lines = new ArrayList<>();

    /** A table with a column for each of those members. */
    Table(String... members) {
        this.members = List.of(members);
        lines.add(this.members.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
    }

    /** Adds a line. */
    void add(JsonObject object) {
        lines.add(members.stream().map(name -> text(object.get(name))).toList());
    }

    /** Prints the head and all lines. */
    void print(PrintStream out) {
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                text.append(line.get(i));
                text.repeat(' ', width(i) - line.get(i).length()).append(GAP);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String text(@Nullable JsonValue value) {
        if (value == null || value.equals(JsonValue.NULL)) {
            return "-";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
