package io.convene.launcher.query;

import io.convene.core.Field;

import java.util.Optional;
import java.util.Set;

/**
 * A query of one account's list, in the terms of the interview. Immutable.
 *
 * @param filters the filters, and the vendor's own query
 * @param cursor where an earlier answer ended, as it was given out; empty for the beginning
 * @param limit how many interviews an answer has when nothing else ends it; the size of pages
 *     follows from it
 * @param most the most interviews of this answer
 * @param fields which fields are filled
 * @param unmapped the name of the format when interviews are not mapped, so that no filter can be
 *     evaluated here; else empty
 */
public record ListQuery(
        Filters filters,
        Optional<String> cursor,
        int limit,
        int most,
        ChosenFields fields,
        Optional<String> unmapped) {
    /**
     * A choice of fields.
     *
     * @param unwanted the fields that nobody needs
     * @param expand the fields to fill although they cost extra vendor calls
     */
    public record ChosenFields(Set<Field> unwanted, Set<Field> expand) {
        public ChosenFields {
            unwanted = Set.copyOf(unwanted);
            expand = Set.copyOf(expand);
        }
    }

    /** The fields that nobody needs. */
    public Set<Field> unwanted() {
        return fields.unwanted();
    }

    /** The fields to fill although they cost extra vendor calls. */
    public Set<Field> expand() {
        return fields.expand();
    }

    /** The first {@code limit} mapped interviews, with all fields and no expansion. */
    public static ListQuery of(Filters filters, int limit) {
        return new ListQuery(
                filters,
                Optional.empty(),
                limit,
                limit,
                new ChosenFields(Set.of(), Set.of()),
                Optional.empty());
    }

    /** The same from that cursor on. */
    public ListQuery from(Optional<String> other) {
        return new ListQuery(filters, other, limit, most, fields, unmapped);
    }

    /** The same with another upper limit of interviews. */
    public ListQuery most(int interviews) {
        return new ListQuery(filters, cursor, limit, interviews, fields, unmapped);
    }

    /** The same without those fields. */
    public ListQuery without(Set<Field> others) {
        return new ListQuery(
                filters, cursor, limit, most, new ChosenFields(others, fields.expand()), unmapped);
    }

    /** The same with those fields expanded. */
    public ListQuery expanding(Set<Field> others) {
        return new ListQuery(
                filters,
                cursor,
                limit,
                most,
                new ChosenFields(fields.unwanted(), others),
                unmapped);
    }

    /** The same for a format that maps no interview. */
    public ListQuery unmapped(String format) {
        return new ListQuery(filters, cursor, limit, most, fields, Optional.of(format));
    }
}
