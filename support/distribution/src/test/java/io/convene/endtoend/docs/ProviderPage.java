package io.convene.endtoend.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.endtoend.Docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page about an integration: its accounts, and its tables. The first two columns of a table
 * follow from the bundle, all others are written by hand.
 */
final class ProviderPage {
    private static final Pattern ACCOUNT = Pattern.compile("(?s)```yaml\naccounts:\n(.*?)```");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    private final Path file;
    private final List<String> lines;

    private ProviderPage(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** The page for callers: fields and filters. */
    static ProviderPage forCallers(String page) throws IOException {
        return read(Docs.integration("use", page));
    }

    /** The page for operators: accounts, credentials and settings. */
    static ProviderPage forOperators(String page) throws IOException {
        return read(Docs.integration("operate", page));
    }

    private static ProviderPage read(Path file) throws IOException {
        return new ProviderPage(file, new ArrayList<>(Files.readAllLines(file, UTF_8)));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The accounts that are shown, each an item of the list {@code accounts}. */
    List<String> accounts() {
        List<String> accounts = new ArrayList<>();
        Matcher blocks = ACCOUNT.matcher(text());
        while (blocks.find()) {
            accounts.add(blocks.group(1));
        }
        return accounts;
    }

    /** The rows of the table whose first column has that head: the first cell and the second. */
    Map<String, String> table(String head) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = first(head); lines.get(i).startsWith("|"); i++) {
            List<String> cells = cells(lines.get(i));
            table.put(cells.get(0), cells.get(1));
        }
        return table;
    }

    /** Writes these rows into that table and keeps the cells after the second one. */
    void rewrite(String head, Map<String, String> rows) throws IOException {
        int first = first(head);
        Map<String, String> written = new LinkedHashMap<>();
        while (lines.get(first).startsWith("|")) {
            String line = lines.remove(first);
            List<String> cells = cells(line);
            written.put(cells.getFirst(), String.join(" | ", cells.subList(2, cells.size())));
        }
        List<String> table = new ArrayList<>();
        rows.forEach((key, value) ->
                table.add(
                        "| %s | %s | %s |"
                                .formatted(key, value, written.getOrDefault(key, ""))
                                .replace("|  |", "| |")));
        lines.addAll(first, table);
        Files.writeString(file, text(), UTF_8);
    }

    private int first(String head) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| " + head + " |")) {
                return i + 2;
            }
        }
        throw new IllegalStateException(file + " has no table of each " + head);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : CELL_END.split(line.strip(), -1)) {
            cells.add(cell.strip());
        }
        return cells.subList(1, cells.size() - 1);
    }
}
