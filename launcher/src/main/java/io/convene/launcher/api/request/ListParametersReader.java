package io.convene.launcher.api.request;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.TimeRange;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;
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

/**
 * Reads the parameters of the list and of one interview. Every parameter is understood or refused
 * with 400; compatible with the original, names and forms that are not understood are passed over
 * with a receipt.
 */
public final class ListParametersReader {
    private static final int MOST_IDS = 200;
    private final int maxLimit;
    private final IgnoredParameters ignored;
    private final SingleParameters single;
    private final Map<Filter, List<String>> ids = new EnumMap<>(Filter.class);
    private final Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
    private final Set<Field> expand = EnumSet.noneOf(Field.class);
    private final Set<Field> excluded = EnumSet.noneOf(Field.class);
    private final RemoteQuery.Reader remoteQuery = new RemoteQuery.Reader();
    private final ListValues lists = new ListValues();
    private final Set<String> labels = new HashSet<>();

    /** Adds the field that a caller named in a parameter. */
    @FunctionalInterface
    private interface FieldReader {
        void add(Set<Field> fields, String name, String label);
    }

    private ListParametersReader(int maxLimit, boolean one, IgnoredParameters ignored) {
        this.maxLimit = maxLimit;
        this.ignored = ignored;
        this.single = new SingleParameters(one, ignored);
    }

    /**
     * The parameters in a raw query.
     *
     * @param lines whether the answer is to be lines, which is always the whole list
     * @throws ApiException with 400 for the first one that cannot be taken
     */
    public static ListParameters read(
            String rawQuery,
            boolean lines,
            int defaultLimit,
            int maxLimit,
            IgnoredParameters ignored) {
        return new ListParametersReader(maxLimit, false, ignored)
                .read(rawQuery, lines, defaultLimit);
    }

    /**
     * The parameters of one interview, of which there are fewer.
     *
     * @throws ApiException with 400 for the first one that cannot be taken
     */
    public static ListParameters readForOne(
            String rawQuery, int maxLimit, IgnoredParameters ignored) {
        return new ListParametersReader(maxLimit, true, ignored).read(rawQuery, false, maxLimit);
    }

    private ListParameters read(String rawQuery, boolean lines, int defaultLimit) {
        QueryString.parse(rawQuery).forEach(this::take);
        lists.refuseEmpty();
        return parameters(lines, defaultLimit);
    }

    private void take(QueryString.Parameter parameter) {
        boolean list = isListed(parameter.keys());
        Optional<Filter> filter = filter(parameter.name());
        boolean known = filter.isPresent() || ParameterNames.isKnown(parameter.name());
        if (known && !labels.add(parameter.label()) && !list && !isList(parameter, filter)) {
            throw new ApiException(
                    400,
                    "The parameter '"
                            + QuotedText.cut(parameter.label())
                            + "' is given twice; send it once.");
        }
        if (filter.isPresent()) {
            takeFilter(filter.get(), parameter, list);
        } else if (parameter.name().equals("expand")) {
            takeFields(expand, this::expand, parameter, list);
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
                        "The filter '%s' takes one time, not a list; use [gte] and [lte]."
                                .formatted(QuotedText.cut(parameter.label())));
                return;
            }
            if (!TimeFilter.isOperator(operator)) {
                pass(
                        parameter,
                        "The operator of '"
                                + QuotedText.cut(parameter.label())
                                + "' is unknown; use one of eq, gt, gte, lt, lte.");
                return;
            }
            String value = parameter.value();
            if (value.isEmpty()) {
                throw ListValues.empty(parameter.label());
            }
            TimeRange range = ranges.getOrDefault(filter, TimeRange.all());
            ranges.put(
                    filter,
                    TimeFilter.narrow(
                            range,
                            filter,
                            operator,
                            ignored.asOriginal() ? TimeFilter.withZone(value) : value,
                            QuotedText.cut(parameter.label())));
            return;
        }
        if (!operator.isEmpty() && !operator.equals("in") && !operator.equals("eq")) {
            pass(
                    parameter,
                    "The operator of '"
                            + QuotedText.cut(parameter.label())
                            + "' is unknown; ids take eq or in.");
            return;
        }
        List<String> values = ids.computeIfAbsent(filter, key -> new ArrayList<>());
        values.addAll(lists.of(parameter));
        if (values.size() > MOST_IDS) {
            throw new ApiException(
                    400,
                    "The filter '%s' takes at most %d ids; send fewer at once."
                            .formatted(QuotedText.cut(parameter.label()), MOST_IDS));
        }
    }

    private void takeFields(
            Set<Field> fields, FieldReader reader, QueryString.Parameter parameter, boolean list) {
        if (!parameter.keys().isEmpty() && (!list || parameter.keys().size() > 1)) {
            pass(
                    parameter,
                    "The parameter '%s' is a list; write it like %s[]=candidate."
                            .formatted(QuotedText.cut(parameter.label()), parameter.name()));
            return;
        }
        for (String name : lists.of(parameter)) {
            reader.add(fields, name, parameter.label());
        }
    }

    private void expand(Set<Field> fields, String name, String label) {
        try {
            FieldNames.expand(fields, name, label);
        } catch (ApiException e) {
            ignored.pass(label, e);
        }
    }

    private ListParameters parameters(boolean lines, int defaultLimit) {
        boolean wholeList = lines || single.flag("truto_ignore_limit");
        boolean withoutRemoteData = single.flag("truto_ignore_remote_data");
        List<String> excludedBy = new ArrayList<>();
        if (!excluded.isEmpty()) {
            excludedBy.add("truto_exclude_fields");
        }
        if (withoutRemoteData) {
            excludedBy.add("truto_ignore_remote_data");
            excluded.add(Field.REMOTE_DATA);
        }
        ListParameters parameters =
                new ListParameters(
                        single.accountId(),
                        Filters.of(ids, ranges).with(remoteQuery.members()),
                        new ListParameters.Part(
                                single.limit(wholeList ? maxLimit : defaultLimit, maxLimit),
                                wholeList,
                                single.text("next_cursor")),
                        new ListParameters.Shape(single.format(), single.text("truto_key_by")),
                        new ListParameters.Fields(excluded, expand),
                        ignored);
        return Combinations.checked(parameters, excludedBy, lines);
    }

    /** Whether it is a list, whose name may be repeated without brackets. */
    private static boolean isList(QueryString.Parameter parameter, Optional<Filter> filter) {
        return filter.map(known -> !known.isTime())
                .orElse(ParameterNames.LISTS.contains(parameter.name()));
    }

    private void pass(QueryString.Parameter parameter, String sentence) {
        ignored.pass(parameter.label(), new ApiException(400, sentence));
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
