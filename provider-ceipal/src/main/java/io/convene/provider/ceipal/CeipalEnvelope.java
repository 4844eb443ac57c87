package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.OptionalInt;

/**
 * What Ceipal wraps a page of any list in: {@code count}, {@code num_pages}, {@code page_number},
 * {@code limit}, {@code next}, {@code previous} and {@code results}. Numbers may come as text.
 */
record CeipalEnvelope(Item body, List<Item> items) {
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
        OptionalInt answered = number(body.text("page_number"));
        if (answered.isPresent() && answered.getAsInt() != page) {
            throw new VendorException(
                    Kind.UNUSABLE_ANSWER,
                    "Ceipal was asked for page "
                            + page
                            + " and answered page "
                            + answered.getAsInt()
                            + ".");
        }
        return new CeipalEnvelope(body, rows.each());
    }

    /** The rows of a list: {@code results}, or {@code data} as seen of version 1. */
    static Item rows(Item body) {
        Item results = body.at("results");
        return results.isPresent() ? results : body.at("data");
    }

    /**
     * Whether another page follows. An envelope that does not say is believed to go on while its
     * pages are full: the page behind the last one is "not found".
     */
    boolean isFollowed(int page, int limit) {
        Item next = body.at("next");
        if (next.isPresent() && !next.text().isPresent()) {
            return false;
        }
        OptionalInt pages = number(body.text("num_pages"));
        if (pages.isPresent()) {
            return page < pages.getAsInt();
        }
        return !items.isEmpty() && (next.isPresent() || items.size() >= limit);
    }

    /** The last page's number, or the given one when the envelope does not say. */
    int lastPage(int page) {
        return number(body.text("num_pages")).orElse(page);
    }

    private static OptionalInt number(Text text) {
        String digits = text.string();
        return digits.matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
