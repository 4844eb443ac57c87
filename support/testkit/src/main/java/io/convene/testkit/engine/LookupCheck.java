package io.convene.testkit.engine;

import io.convene.core.Filter;
import io.convene.core.spi.VendorException;
import io.convene.launcher.query.Filters;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interviews found by id, where support() says that they can be. */
final class LookupCheck implements Check {
    private static final int TRIED = 10;

    @Override
    public void run(Subject subject, Problems problems) {
        Optional<Set<Filter>> needed = subject.support().lookup();
        if (needed.isEmpty()) {
            return;
        }
        List<Row> rows = subject.list(subject.scope(), Set.of(), 100).rows();
        List<Row> fit =
                rows.stream()
                        .filter(row ->
                                needed.get().stream()
                                        .allMatch(filter -> row.value(filter.field()).isPresent()))
                        .toList();
        if (fit.isEmpty()) {
            problems.add(
                    "support() says that interviews are found by id with "
                            + needed.get()
                            + ", and no interview has these.");
        }
        int step = Math.max(1, fit.size() / TRIED);
        for (int i = 0; i < fit.size(); i += step) {
            Row row = fit.get(i);
            Filters filters = filters(row, needed.get());
            if (!find(subject, row.id(), filters, problems)) {
                problems.add("The interview " + row.id() + " is in the list and not found by id.");
            }
            if (find(subject, unknown(row.id(), rows), filters, new Problems())) {
                problems.add("An id that no interview has is found.");
            }
        }
    }

    private static boolean find(Subject subject, String id, Filters filters, Problems problems) {
        try {
            Optional<Row> found = subject.find(id, filters);
            return found.isPresent() && found.get().id().equals(id);
        } catch (VendorException e) {
            problems.add(
                    "To find the interview " + id + " fails: " + e.kind() + ", " + e.getMessage());
            return false;
        }
    }

    /** An id of the same form that is not in the list. */
    private static String unknown(String id, List<Row> rows) {
        StringBuilder other = new StringBuilder(id);
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                other.setCharAt(i, Character.isDigit(c) ? (c == '9' ? '1' : (char) (c + 1)) : c);
            }
        }
        String text = other.toString();
        return rows.stream().anyMatch(row -> row.id().equals(text)) ? id + "0" : text;
    }

    private static Filters filters(Row row, Set<Filter> needed) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        for (Filter filter : needed) {
            values.put(filter, List.of(row.value(filter.field()).orElseThrow()));
        }
        return Filters.of(values, Map.of());
    }
}
