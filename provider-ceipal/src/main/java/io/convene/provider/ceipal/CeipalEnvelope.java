package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What Ceipal wraps a page of any list in: {@code count}, {@code num_pages}, {@code page_number},
 * {@code limit}, {@code next}, {@code previous} and {@code results}. Numbers may come as text; one
 * that cannot be read says nothing, like one that is missing.
 *
 * <p>How many rows a page has never tells whether it is the last one: a list may have smaller pages
 * than were asked for.
 */
record CeipalEnvelope(List<Item> items, Next next, OptionalLong pages, OptionalLong count) {
    /** How many pages are foretold at most; the host decides how many it reads at once. */
    private static final int PAGES_FORETOLD = 10;

    /** What the link to the next page says. */
    enum Next {
        FOLLOWS,
        NONE,
        SILENT
    }

    /**
     * The envelope of the page of that number.
     *
     * @throws VendorException when the answer has no rows, or is another page than asked for
     */
    static CeipalEnvelope of(VendorResponse response, int page) {
        Item body = response.json();
        Item rows = rows(body);
        if (!rows.isArray()) {
            throw new VendorException(
                    Kind.UNUSABLE_ANSWER, "Ceipal's list has no array named results.");
        }
        OptionalLong answered = number(body.text("page_number"));
        if (answered.isPresent() && answered.getAsLong() != page) {
            throw new VendorException(
                    Kind.UNUSABLE_ANSWER,
                    "Ceipal was asked for page %d and answered page %d."
                            .formatted(page, answered.getAsLong()));
        }
        return new CeipalEnvelope(
                rows.each(),
                next(body.at("next")),
                number(body.text("num_pages")),
                number(body.text("count")));
    }

    /** The rows of a list: {@code results}, or {@code data} as seen of version 1. */
    static Item rows(Item body) {
        Item results = body.at("results");
        return results.isPresent() ? results : body.at("data");
    }

    /** The page, read at that place. */
    Page page(CeipalPlace place) {
        Page page =
                isFollowed(place)
                        ? Page.of(items, place(place, 1)).foretell(upcoming(place))
                        : Page.last(items);
        return count.isPresent() ? page.total(count.getAsLong()) : page;
    }

    /**
     * Whether another page follows: one of the three signals says so, or none says anything. Then
     * only an empty page, or one that is "not found", is the end.
     */
    private boolean isFollowed(CeipalPlace place) {
        if (pages.isPresent() && place.page() < pages.getAsLong()) {
            return true;
        }
        if (items.isEmpty() || next == Next.FOLLOWS) {
            return !items.isEmpty();
        }
        if (count.isPresent()) {
            OptionalLong read = place.plus(items.size());
            return read.isEmpty() || read.getAsLong() < count.getAsLong();
        }
        return next == Next.SILENT && pages.isEmpty();
    }

    /** The pages after the next one, as far as they are certain. */
    private List<Position> upcoming(CeipalPlace place) {
        int certain = Math.clamp(certainPages(place), 0, PAGES_FORETOLD);
        return IntStream.rangeClosed(2, certain).mapToObj(pages -> place(place, pages)).toList();
    }

    /** How many pages follow this one for certain, by both numbers where Ceipal gives both. */
    private long certainPages(CeipalPlace place) {
        long numbered = pages.isPresent() ? pages.getAsLong() - place.page() : Long.MAX_VALUE;
        OptionalLong read = place.plus(items.size());
        if (count.isEmpty() || read.isEmpty() || items.isEmpty()) {
            return pages.isPresent() ? numbered : 0;
        }
        return Math.min(numbered, Math.ceilDiv(count.getAsLong() - read.getAsLong(), items.size()));
    }

    private Position place(CeipalPlace from, int pages) {
        CeipalPlace place = from.after(pages, items.size());
        return (count.isPresent() ? place : place.uncounted()).position();
    }

    private static Next next(Item link) {
        Text text = link.text();
        if (!link.isPresent() || link.isObject() || link.isArray()) {
            return Next.SILENT;
        }
        return text.isPresent() && !text.is("false") ? Next.FOLLOWS : Next.NONE;
    }

    private static OptionalLong number(Text text) {
        String digits = text.string();
        return digits.matches("\\d{1,15}")
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }
}
