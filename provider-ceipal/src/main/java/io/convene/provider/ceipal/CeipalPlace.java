package io.convene.provider.ceipal;

import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a list by its number, from 1, and how many items all pages before it have, as far as
 * that is known: no size that was asked for says it, because Ceipal may give smaller pages.
 */
record CeipalPlace(int page, OptionalLong before) {
    /** The token is the page's number alone. */
    private static final int NUMBER = 1;

    /** The token is the page's number and the number of items before it: {@code 3+40}. */
    private static final int NUMBER_AND_ITEMS = 2;

    private static final Pattern TOKEN = Pattern.compile("([1-9]\\d{0,8})(?:\\+(\\d{1,15}))?");

    /** The first page. */
    static final CeipalPlace FIRST = new CeipalPlace(1, OptionalLong.of(0));

    /**
     * The place that a position names.
     *
     * @throws VendorException of kind BAD_CURSOR when it names none
     */
    static CeipalPlace of(Position position) {
        if (position.equals(Position.start())) {
            return FIRST;
        }
        Matcher token = TOKEN.matcher(position.token());
        if (position.phase() == 0 && token.matches()) {
            int page = Integer.parseInt(token.group(1));
            boolean counted = token.group(2) != null;
            if (position.format() == NUMBER_AND_ITEMS && counted) {
                return new CeipalPlace(page, OptionalLong.of(Long.parseLong(token.group(2))));
            }
            if (position.format() == NUMBER && !counted) {
                return new CeipalPlace(page, OptionalLong.empty());
            }
        }
        throw new VendorException(
                Kind.BAD_CURSOR,
                "The cursor is none of this Ceipal provider's; begin without one.");
    }

    Position position() {
        return before.isPresent()
                ? Position.of(NUMBER_AND_ITEMS, 0, page + "+" + before.getAsLong())
                : Position.of(NUMBER, 0, Integer.toString(page));
    }

    /** The place that many pages after this one, when each has that many items. */
    CeipalPlace after(int pages, int items) {
        return new CeipalPlace(page + pages, plus((long) pages * items));
    }

    /** The same page without a count of what is before it. */
    CeipalPlace uncounted() {
        return new CeipalPlace(page, OptionalLong.empty());
    }

    /** How many items there are up to the end of this page, which has that many. */
    OptionalLong plus(long items) {
        return before.isPresent() ? OptionalLong.of(before.getAsLong() + items) : before;
    }
}
