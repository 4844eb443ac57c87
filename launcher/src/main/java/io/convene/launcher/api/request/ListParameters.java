package io.convene.launcher.api.request;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller asked of the list.
 *
 * @param accountId the account, unless the token says it
 * @param filters the filters sent, and the vendor's own query
 * @param limit the most interviews to return
 * @param wholeList whether all pages are returned in one answer
 * @param cursor where to go on
 * @param format what the answer looks like
 * @param keyBy the path whose value becomes the key of each interview
 * @param excluded the fields to leave out
 * @param expand the fields to fill although they cost extra calls
 * @param ignored the parameters that were asked and are ignored
 */
public record ListParameters(
        Optional<String> accountId,
        Filters filters,
        int limit,
        boolean wholeList,
        Optional<String> cursor,
        Format format,
        Optional<String> keyBy,
        Set<Field> excluded,
        Set<Field> expand,
        IgnoredParameters ignored) {
    public ListParameters {
        excluded = Set.copyOf(excluded);
        expand = Set.copyOf(expand);
    }

    /** The same without that field. */
    public ListParameters without(Field field) {
        Set<Field> without = EnumSet.of(field);
        without.addAll(excluded);
        return new ListParameters(
                accountId, filters, limit, wholeList, cursor, format, keyBy, without, expand,
                ignored);
    }

    /** The same for all pages. */
    public ListParameters ofWholeList() {
        return new ListParameters(
                accountId, filters, limit, true, cursor, format, keyBy, excluded, expand, ignored);
    }

    /** The same for one page. */
    ListParameters ofOnePage() {
        return new ListParameters(
                accountId, filters, limit, false, cursor, format, keyBy, excluded, expand, ignored);
    }

    /** The same for one page whose interviews are not mapped. */
    ListParameters ofOneUnmappedPage() {
        return new ListParameters(
                accountId,
                filters,
                limit,
                false,
                cursor,
                format,
                Optional.empty(),
                Set.of(),
                Set.of(),
                ignored);
    }
}
