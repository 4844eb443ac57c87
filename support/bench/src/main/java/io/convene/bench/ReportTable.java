package io.convene.bench;

import java.util.ArrayList;
import java.util.List;

/** A table that reads well as it is and as Markdown. */
final class ReportTable {
    private final List<List<String>> lines = new ArrayList<>();

    ReportTable(String... titles) {
        lines.add(List.of(titles));
    }

    ReportTable add(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(line(lines.get(i), ' '));
            if (i == 0) {
                text.append(line(lines.get(0).stream().map(title -> "").toList(), '-'));
            }
        }
        return text.toString();
    }

    private String line(List<String> cells, char filler) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = String.valueOf(filler).repeat(width(column) - cell.length());
            line.append(filler == '-' ? '-' : ' ')
                    .append(cell)
                    .append(padding)
                    .append(filler)
                    .append('|');
        }
        return line.append('\n').toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
    }
}
