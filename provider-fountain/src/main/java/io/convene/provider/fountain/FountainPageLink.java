package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.paging.CursorPaging;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on, in any of the shapes that {@code pagination} has in Fountain's lists: a
 * cursor, or the number of the next page. The lists that are read here come whole by the
 * documentation; this is for the day on which one does not.
 *
 * @param parameter {@code cursor} or {@code page}
 */
record FountainPageLink(String parameter, String value) {
    private static final int FORMAT = 1;
    private static final Pattern TOKEN = Pattern.compile("(cursor|page)=(.+)", Pattern.DOTALL);

    /**
     * The next page, if the answer names one.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when it names one that cannot be read
     */
    static Optional<FountainPageLink> in(Item body) {
        Item pagination = body.at("pagination");
        Text cursor = pagination.id("next_cursor");
        if (cursor.isPresent()) {
            return Optional.of(new FountainPageLink("cursor", cursor.string()));
        }
        for (String name : List.of("next_cursor", "next", "next_page")) {
            Item next = pagination.at(name);
            if (next.isMissing() || next.text().is("false")) {
                continue;
            }
            String page = next.id().string();
            if (!page.matches("\\d{1,9}")) {
                throw VendorException.unusable(
                        "Fountain names a next page that cannot be read (pagination.%s)."
                                .formatted(name));
            }
            return Optional.of(new FountainPageLink("page", page));
        }
        return Optional.empty();
    }

    /**
     * The page that a position names, the first one by none.
     *
     * @throws VendorException of kind BAD_CURSOR when the position is none of this list
     */
    static Optional<FountainPageLink> of(Position position) {
        return CursorPaging.at(FORMAT, position).cursor().map(FountainPageLink::read);
    }

    /** The page at that position, which names the next one if the answer does. */
    static Page page(List<Item> items, Item body, Position position) {
        return CursorPaging.at(FORMAT, position)
                .page(items, in(body).map(link -> link.parameter + "=" + link.value));
    }

    private static FountainPageLink read(String text) {
        Matcher token = TOKEN.matcher(text);
        if (!token.matches()) {
            throw VendorException.badCursor();
        }
        return new FountainPageLink(token.group(1), token.group(2));
    }

    VendorRequest.Builder addTo(VendorRequest.Builder request) {
        return request.query(parameter, value);
    }
}
