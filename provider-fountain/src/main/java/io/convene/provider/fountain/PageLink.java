package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
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
record PageLink(String parameter, String value) {
    private static final int FORMAT = 1;
    private static final Pattern TOKEN = Pattern.compile("(cursor|page)=(.+)", Pattern.DOTALL);

    /**
     * The next page, if the answer names one.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when it names one that cannot be read
     */
    static Optional<PageLink> in(Item body) {
        Item pagination = body.at("pagination");
        Text cursor = pagination.id("next_cursor");
        if (cursor.isPresent()) {
            return Optional.of(new PageLink("cursor", cursor.string()));
        }
        for (String name : List.of("next_cursor", "next", "next_page")) {
            Item next = pagination.at(name);
            if (next.isMissing() || next.text().is("false")) {
                continue;
            }
            String page = next.id().string();
            if (!page.matches("\\d{1,9}")) {
                throw new VendorException(
                        VendorException.Kind.UNUSABLE_ANSWER,
                        "Fountain names a next page that cannot be read (pagination.%s)."
                                .formatted(name));
            }
            return Optional.of(new PageLink("page", page));
        }
        return Optional.empty();
    }

    /**
     * The page that a position names, the first one by none.
     *
     * @throws VendorException of kind BAD_CURSOR when the position is none of this list
     */
    static Optional<PageLink> of(Position position) {
        if (position.equals(Position.start())) {
            return Optional.empty();
        }
        Matcher token = TOKEN.matcher(position.token());
        if (position.format() != FORMAT || position.phase() != 0 || !token.matches()) {
            throw new VendorException(
                    VendorException.Kind.BAD_CURSOR, "The cursor is none of this list.");
        }
        return Optional.of(new PageLink(token.group(1), token.group(2)));
    }

    Position position() {
        return Position.of(FORMAT, 0, parameter + "=" + value);
    }

    VendorRequest.Builder addTo(VendorRequest.Builder request) {
        return request.query(parameter, value);
    }
}
