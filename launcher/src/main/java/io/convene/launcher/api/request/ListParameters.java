package io.convene.launcher.api.request;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request for a list. Immutable.
 *
 * @param accountId the account, unless the token says it
 * @param filters the filters sent, and the vendor's own query
 * @param part the requested part of the list
 * @param shape the form of the answer
 * @param fields which fields an interview has
 * @param ignored the parameters that were asked and are ignored
 */
public record ListParameters(
        Optional<String> accountId,
        Filters filters,
        Part part,
        Shape shape,
        Fields fields,
        IgnoredParameters ignored) {
    /**
     * A part of the list.
     *
     * @param limit the most interviews to return
     * @param wholeList whether all pages are returned in one answer
     * @param cursor where to continue
     */
    record Part(int limit, boolean wholeList, Optional<String> cursor) {}

    /**
     * A form of the answer.
     *
     * @param format the form of the answer
     * @param keyBy the path whose value becomes the key of each interview
     */
    record Shape(Format format, Optional<String> keyBy) {}

    /**
     * A choice of fields.
     *
     * @param excluded the fields to leave out
     * @param expand the fields to fill although they cost extra calls
     */
    record Fields(Set<Field> excluded, Set<Field> expand) {
        Fields {
            excluded = Set.copyOf(excluded);
            expand = Set.copyOf(expand);
        }
    }

    /** The most interviews to return. */
    public int limit() {
        return part.limit();
    }

    /** Whether all pages are returned in one answer. */
    public boolean wholeList() {
        return part.wholeList();
    }

    /** Where to continue. */
    public Optional<String> cursor() {
        return part.cursor();
    }

    /** The form of the answer. */
    public Format format() {
        return shape.format();
    }

    /** The path whose value becomes the key of each interview. */
    public Optional<String> keyBy() {
        return shape.keyBy();
    }

    /** The fields to leave out. */
    public Set<Field> excluded() {
        return fields.excluded();
    }

    /** The fields to fill although they cost extra calls. */
    public Set<Field> expand() {
        return fields.expand();
    }

    /** The same without that field. */
    public ListParameters without(Field field) {
        Set<Field> without = EnumSet.of(field);
        without.addAll(excluded());
        return new ListParameters(
                accountId, filters, part, shape, new Fields(without, expand()), ignored);
    }

    /** The same for all pages. */
    public ListParameters ofWholeList() {
        return new ListParameters(
                accountId, filters, new Part(limit(), true, cursor()), shape, fields, ignored);
    }

    /** The same for one page. */
    ListParameters ofOnePage() {
        return new ListParameters(
                accountId, filters, new Part(limit(), false, cursor()), shape, fields, ignored);
    }

    /** The same for one page whose interviews are not mapped. */
    ListParameters ofOneUnmappedPage() {
        return new ListParameters(
                accountId,
                filters,
                new Part(limit(), false, cursor()),
                new Shape(format(), Optional.empty()),
                new Fields(Set.of(), Set.of()),
                ignored);
    }
}
