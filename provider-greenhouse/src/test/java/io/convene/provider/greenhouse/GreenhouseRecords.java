package io.convene.provider.greenhouse;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The vendor's list of interviews over given rows, with its filters and pages of two. */
final class GreenhouseRecords {
    private static final int PAGE = 2;

    private final List<String> rows;

    GreenhouseRecords(List<String> rows) {
        this.rows = rows;
    }

    VendorResponse answer(VendorRequest request) {
        Map<String, String> query = Greenhouse.parameters(request);
        String cursor = query.getOrDefault("cursor", "");
        String filters =
                cursor.isEmpty() ? encode(query) : cursor.substring(cursor.indexOf('.') + 1);
        int begin =
                cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(0, cursor.indexOf('.')));
        List<String> found =
                rows.stream().filter(row -> matches(Greenhouse.item(row), filters)).toList();
        int end = Math.min(begin + PAGE, found.size());
        String body = "[" + String.join(",", found.subList(begin, end)) + "]";
        return end < found.size()
                ? Greenhouse.followed(body, "interviews", end + "." + filters)
                : Greenhouse.answer(body);
    }

    private static String encode(Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "~" + parameter.getValue())
                .reduce((one, other) -> one + "!" + other)
                .orElse("");
    }

    private static boolean matches(Item row, String filters) {
        for (String filter : filters.split("!")) {
            String name = filter.substring(0, filter.indexOf('~'));
            String value = filter.substring(filter.indexOf('~') + 1);
            boolean match =
                    switch (name) {
                        case "per_page" -> true;
                        case "application_ids" ->
                                List.of(value.split(","))
                                        .contains(row.text("application_id").string());
                        case "starts_at", "ends_at" ->
                                inRange(row.text(name), value, Instant::parse);
                        case "all_day_start_on", "all_day_end_on" ->
                                inRange(row.text(name), value, LocalDate::parse);
                        default -> throw new AssertionError("unknown parameter " + name);
                    };
            if (!match) {
                return false;
            }
        }
        return true;
    }

    private static <T extends Comparable<? super T>> boolean inRange(
            Text text, String range, Function<String, T> parse) {
        if (!text.isPresent()) {
            return false;
        }
        T value = parse.apply(text.string());
        String[] parts = range.split("\\|");
        for (int i = 0; i < parts.length; i += 2) {
            int order = value.compareTo(parse.apply(parts[i + 1]));
            boolean match =
                    switch (parts[i]) {
                        case "gte" -> order >= 0;
                        case "gt" -> order > 0;
                        case "lte" -> order <= 0;
                        case "lt" -> order < 0;
                        default -> throw new AssertionError("unknown operator " + parts[i]);
                    };
            if (!match) {
                return false;
            }
        }
        return true;
    }
}
