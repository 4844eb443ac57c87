package io.convene.launcher.api;

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
 * @param unheeded what was asked besides and is not heeded
 */
record ListParameters(
        Optional<String> accountId,
        Filters filters,
        int limit,
        boolean wholeList,
        Optional<String> cursor,
        Format format,
        Optional<String> keyBy,
        Set<Field> excluded,
        Set<Field> expand,
        IgnoredParameters unheeded) {
    /** The same for all pages. */
    ListParameters ofWholeList() {
        return new ListParameters(
                accountId, filters, limit, true, cursor, format, keyBy, excluded, expand, unheeded);
    }

    /** The same for one page. */
    ListParameters ofOnePage() {
        return new ListParameters(
                accountId, filters, limit, false, cursor, format, keyBy, excluded, expand,
                unheeded);
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
                EnumSet.noneOf(Field.class),
                EnumSet.noneOf(Field.class),
                unheeded);
    }
}
