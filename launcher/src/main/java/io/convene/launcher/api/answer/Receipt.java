package io.convene.launcher.api.answer;

import io.convene.core.Filter;
import io.convene.launcher.query.ListResult;
import io.convene.launcher.query.Plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says who evaluated each filter, as an RFC 9651 dictionary: {@code application_id=vendor,
 * start_at=local;absent=37}.
 */
public final class Receipt {
    private Receipt() {}

    /** The receipt before anything was read: without counts. */
    public static Optional<String> of(Plan plan) {
        return of(plan, Map.of());
    }

    /** The receipt with how many records lacked a local filter's field. */
    public static Optional<String> of(Plan plan, ListResult outcome) {
        return of(plan, outcome.absent());
    }

    /** The receipt of a look-up by id, which keeps to every filter that is not ignored. */
    public static Optional<String> ofIgnored(Plan plan) {
        return plan.ignored().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        plan.ignored().stream()
                                .map(filter -> filter.text() + "=ignored")
                                .collect(Collectors.joining(", ")));
    }

    private static Optional<String> of(Plan plan, Map<Filter, Integer> absent) {
        if (plan.treatments().isEmpty() && plan.ignored().isEmpty()) {
            return Optional.empty();
        }
        Map<Filter, String> done = new EnumMap<>(Filter.class);
        plan.ignored().forEach(filter -> done.put(filter, "ignored"));
        plan.treatments()
                .forEach((filter, treatment) -> {
                    Integer count = absent.get(filter);
                    done.put(filter, treatment.text() + (count == null ? "" : ";absent=" + count));
                });
        return Optional.of(
                done.entrySet().stream()
                        .map(entry -> entry.getKey().text() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
