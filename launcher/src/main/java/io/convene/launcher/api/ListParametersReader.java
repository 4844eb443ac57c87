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
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Reads the parameters of the list. Every parameter is understood or refused with 400, never passed
 * over.
 */
final class ListParametersReader {
    private static final int MOST_IDS = 200;
    private final int maxLimit;
    private final Map<String, String> single = new TreeMap<>();
    private final Map<Filter, List<String>> ids = new EnumMap<>(Filter.class);
    private final Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
    private final Set<Field> expand = EnumSet.noneOf(Field.class);
    private final Set<Field> excluded = EnumSet.noneOf(Field.class);
    private final RemoteQuery.Reader remoteQuery = new RemoteQuery.Reader();
    private final Set<String> labels = new HashSet<>();

    private ListParametersReader(int maxLimit) {
        this.maxLimit = maxLimit;
    }

    /**
     * The parameters in a raw query.
     *
     * @param lines whether the answer is to be lines, which is always the whole list
     * @throws ApiException with 400 for the first one that cannot be taken
     */
    static ListParameters read(String rawQuery, boolean lines, int defaultLimit, int maxLimit) {
        ListParametersReader reader = new ListParametersReader(maxLimit);
        QueryString.parse(rawQuery).forEach(reader::take);
        return reader.parameters(lines, defaultLimit);
    }

    private void take(QueryString.Parameter parameter) {
        boolean list =
                parameter.keys().size() == 1 && parameter.keys().getFirst().matches("\\d{0,4}");
        if (!labels.add(parameter.label()) && !list) {
            throw new ApiException(
                    400,
                    "The parameter '"
                            + Quoted.cut(parameter.label())
                            + "' is given twice; send it once.");
        }
        Optional<Filter> filter = filter(parameter.name());
        if (filter.isPresent()) {
            takeFilter(filter.get(), parameter, list);
        } else if (parameter.name().equals("expand")) {
            takeFields(expand, FieldNames::expand, parameter, list);
        } else if (parameter.name().equals("truto_exclude_fields")) {
            takeFields(excluded, FieldNames::exclude, parameter, list);
        } else if (parameter.name().equals("remote_query")) {
            remoteQuery.add(parameter);
        } else {
            takeSingle(parameter);
        }
    }

    private void takeFilter(Filter filter, QueryString.Parameter parameter, boolean list) {
        String operator =
                parameter.keys().isEmpty() || list ? "" : String.join(".", parameter.keys());
        if (filter.isTime()) {
            if (list) {
                throw new ApiException(
                        400,
                        "The filter '"
                                + filter.text()
                                + "' takes one time, not a list; use [gte] and [lte].");
            }
            TimeRange range = ranges.getOrDefault(filter, TimeRange.all());
            ranges.put(
                    filter,
                    TimeFilter.narrow(
                            range,
                            filter,
                            operator,
                            parameter.value(),
                            Quoted.cut(parameter.label())));
            return;
        }
        if (!operator.isEmpty() && !operator.equals("in") && !operator.equals("eq")) {
            throw new ApiException(
                    400,
                    "The operator of '"
                            + Quoted.cut(parameter.label())
                            + "' is unknown; ids take eq or in.");
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
        if (!parameter.keys().isEmpty() && !list) {
            throw new ApiException(
                    400,
                    "The parameter '"
                            + parameter.name()
                            + "' is a list; write it like "
                            + parameter.name()
                            + "[]=candidate.");
        }
        for (String name : parameter.value().split(",", -1)) {
            add.accept(fields, name.strip());
        }
    }

    private void takeSingle(QueryString.Parameter parameter) {
        String name = parameter.name();
        if (!ParameterNames.SINGLE.contains(name)) {
            throw new ApiException(
                    400,
                    "The parameter '"
                            + Quoted.cut(name)
                            + "' is unknown; did you mean '"
                            + ParameterNames.nearest(name)
                            + "'?");
        }
        if (!parameter.keys().isEmpty()) {
            throw new ApiException(
                    400, "The parameter '" + name + "' takes one value and no brackets.");
        }
        single.put(name, parameter.value());
    }

    private ListParameters parameters(boolean lines, int defaultLimit) {
        boolean wholeList = lines || flag("truto_ignore_limit");
        if (flag("truto_ignore_remote_data")) {
            excluded.add(Field.REMOTE_DATA);
        }
        ListParameters parameters =
                new ListParameters(
                        Optional.ofNullable(single.get("integrated_account_id"))
                                .map(ListParametersReader::uuid),
                        Filters.of(ids, ranges).with(remoteQuery.members()),
                        limit(wholeList ? maxLimit : defaultLimit),
                        wholeList,
                        Optional.ofNullable(single.get("next_cursor")),
                        format(),
                        Optional.ofNullable(single.get("truto_key_by")),
                        excluded,
                        expand);
        Combinations.check(parameters, lines);
        return parameters;
    }

    private Format format() {
        String text = single.getOrDefault("truto_response_format", Format.UNIFIED.text());
        return Format.named(text)
                .orElseThrow(() ->
                        new ApiException(
                                400,
                                "The response format '"
                                        + Quoted.cut(text)
                                        + "' is unknown; use one of "
                                        + Format.all()
                                        + "."));
    }

    private int limit(int defaultLimit) {
        String text = single.get("limit");
        if (text == null) {
            return defaultLimit;
        }
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > maxLimit) {
            throw new ApiException(
                    400,
                    "The limit '"
                            + Quoted.cut(text)
                            + "' is out of range; send a number from 1 to "
                            + maxLimit
                            + ".");
        }
        return limit;
    }

    private boolean flag(String name) {
        return switch (single.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new ApiException(400, "The parameter '" + name + "' is true or false.");
        };
    }

    private static String uuid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    400,
                    "The integrated_account_id '"
                            + Quoted.cut(text)
                            + "' is not a UUID; send the account's id.");
        }
    }

    private static Optional<Filter> filter(String name) {
        String known = name.equals("updated") ? Filter.UPDATED_AT.text() : name;
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.text().equals(known))
                .findFirst();
    }
}
