package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.TimeRange;
import io.convene.launcher.query.Filters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads the parameters of the list and of one interview. Every parameter is understood or refused
 * with 400; compatible with the original, names and forms that are not understood are passed over
 * with a receipt.
 */
final class ListParametersReader {
    private static final int MOST_IDS = 200;
    private final int maxLimit;
    private final Unheeded unheeded;
    private final SingleParameters single;
    private final Map<Filter, List<String>> ids = new EnumMap<>(Filter.class);
    private final Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
    private final Set<Field> expand = EnumSet.noneOf(Field.class);
    private final Set<Field> excluded = EnumSet.noneOf(Field.class);
    private final RemoteQuery.Reader remoteQuery = new RemoteQuery.Reader();
    private final Set<String> labels = new HashSet<>();

    private ListParametersReader(int maxLimit, boolean one, Unheeded unheeded) {
        this.maxLimit = maxLimit;
        this.unheeded = unheeded;
        this.single = new SingleParameters(one, unheeded);
    }

    /**
     * The parameters in a raw query.
     *
     * @param lines whether the answer is to be lines, which is always the whole list
     * @throws ApiException with 400 for the first one that cannot be taken
     */
    static ListParameters read(
            String rawQuery, boolean lines, int defaultLimit, int maxLimit, Unheeded unheeded) {
        return new ListParametersReader(maxLimit, false, unheeded)
                .read(rawQuery, lines, defaultLimit);
    }

    /**
     * The parameters of one interview, of which there are fewer.
     *
     * @throws ApiException with 400 for the first one that cannot be taken
     */
    static ListParameters readForOne(String rawQuery, int maxLimit, Unheeded unheeded) {
        return new ListParametersReader(maxLimit, true, unheeded).read(rawQuery, false, maxLimit);
    }

    private ListParameters read(String rawQuery, boolean lines, int defaultLimit) {
        QueryString.parse(rawQuery).forEach(this::take);
        return parameters(lines, defaultLimit);
    }

    private void take(QueryString.Parameter parameter) {
        boolean list = isListed(parameter.keys());
        Optional<Filter> filter = filter(parameter.name());
        boolean known = filter.isPresent() || ParameterNames.isKnown(parameter.name());
        if (known && !labels.add(parameter.label()) && !list && !mayRepeat(parameter, filter)) {
            throw new ApiException(
                    400,
                    "The parameter '"
                            + Quoted.cut(parameter.label())
                            + "' is given twice; send it once.");
        }
        if (filter.isPresent()) {
            takeFilter(filter.get(), parameter, list);
        } else if (parameter.name().equals("expand")) {
            takeFields(expand, (fields, name) -> expand(fields, name, parameter), parameter, list);
        } else if (parameter.name().equals("truto_exclude_fields")) {
            takeFields(excluded, FieldNames::exclude, parameter, list);
        } else if (parameter.name().equals("remote_query")) {
            remoteQuery.add(parameter);
        } else {
            single.take(parameter);
        }
    }

    private void takeFilter(Filter filter, QueryString.Parameter parameter, boolean list) {
        List<String> keys = parameter.keys();
        String operator = String.join(".", list ? keys.subList(0, keys.size() - 1) : keys);
        if (filter.isTime()) {
            if (list) {
                pass(
                        parameter,
                        "The filter '"
                                + filter.text()
                                + "' takes one time, not a list; use [gte] and [lte].");
                return;
            }
            if (!TimeFilter.isOperator(operator)) {
                pass(
                        parameter,
                        "The operator of '"
                                + Quoted.cut(parameter.label())
                                + "' is unknown; use one of eq, gt, gte, lt, lte.");
                return;
            }
            String value = parameter.value();
            TimeRange range = ranges.getOrDefault(filter, TimeRange.all());
            ranges.put(
                    filter,
                    TimeFilter.narrow(
                            range,
                            filter,
                            operator,
                            unheeded.asOriginal() ? TimeFilter.withZone(value) : value,
                            Quoted.cut(parameter.label())));
            return;
        }
        if (!operator.isEmpty() && !operator.equals("in") && !operator.equals("eq")) {
            pass(
                    parameter,
                    "The operator of '"
                            + Quoted.cut(parameter.label())
                            + "' is unknown; ids take eq or in.");
            return;
        }
        List<String> values = ids.computeIfAbsent(filter, key -> new ArrayList<>());
        Arrays.stream(parameter.value().split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(values::add);
        if (values.isEmpty()) {
            ids.remove(filter);
        } else if (values.size() > MOST_IDS) {
            throw new ApiException(
                    400,
                    "The filter '"
                            + filter.text()
                            + "' takes at most "
                            + MOST_IDS
                            + " ids; send fewer at once.");
        }
    }

    private void takeFields(
            Set<Field> fields,
            BiConsumer<Set<Field>, String> add,
            QueryString.Parameter parameter,
            boolean list) {
        if (!parameter.keys().isEmpty() && (!list || parameter.keys().size() > 1)) {
            pass(
                    parameter,
                    "The parameter '"
                            + parameter.name()
                            + "' is a list; write it like "
                            + parameter.name()
                            + "[]=candidate.");
            return;
        }
        for (String name : parameter.value().split(",", -1)) {
            add.accept(fields, name.strip());
        }
    }

    private void expand(Set<Field> fields, String name, QueryString.Parameter parameter) {
        try {
            FieldNames.expand(fields, name);
        } catch (ApiException e) {
            unheeded.pass(parameter.label(), e);
        }
    }

    private ListParameters parameters(boolean lines, int defaultLimit) {
        boolean wholeList = lines || single.flag("truto_ignore_limit");
        if (single.flag("truto_ignore_remote_data")) {
            excluded.add(Field.REMOTE_DATA);
        }
        ListParameters parameters =
                new ListParameters(
                        single.accountId(),
                        Filters.of(ids, ranges).with(remoteQuery.members()),
                        single.limit(wholeList ? maxLimit : defaultLimit, maxLimit),
                        wholeList,
                        single.text("next_cursor"),
                        single.format(),
                        single.text("truto_key_by"),
                        excluded,
                        expand,
                        unheeded);
        return Combinations.checked(parameters, lines);
    }

    /** Whether it is a list that the original also takes when its name is repeated bare. */
    private boolean mayRepeat(QueryString.Parameter parameter, Optional<Filter> filter) {
        return unheeded.asOriginal()
                && filter.map(known -> !known.isTime())
                        .orElse(ParameterNames.LISTS.contains(parameter.name()));
    }

    private void pass(QueryString.Parameter parameter, String sentence) {
        unheeded.pass(parameter.label(), new ApiException(400, sentence));
    }

    /**
     * Whether the last bracket is empty or a number, as in {@code a[]}, {@code a[0]} and {@code
     * a[in][0]}.
     */
    private static boolean isListed(List<String> keys) {
        return !keys.isEmpty() && keys.getLast().matches("\\d{0,4}");
    }

    private static Optional<Filter> filter(String name) {
        String known = name.equals("updated") ? Filter.UPDATED_AT.text() : name;
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.text().equals(known))
                .findFirst();
    }
}
