package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;

import java.util.Optional;
import java.util.Set;

/**
 * What a caller asked of the list.
 *
 * @param accountId the account, unless the token says it
 * @param filters the filters sent
 * @param limit the most interviews to return
 * @param wholeList whether all pages are returned in one answer
 * @param cursor where to go on
 * @param ignoreRemoteData whether remote_data is left out
 * @param expand the fields to fill although they cost extra calls
 */
record ListParameters(
        Optional<String> accountId,
        Filters filters,
        int limit,
        boolean wholeList,
        Optional<String> cursor,
        boolean ignoreRemoteData,
        Set<Field> expand) {}
