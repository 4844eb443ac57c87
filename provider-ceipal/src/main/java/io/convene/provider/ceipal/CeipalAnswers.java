package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.paging.Continuation;
import io.convene.core.paging.PageNumberPaging;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.Optional;

/**
 * The answers of Ceipal's lists: {@code count}, {@code num_pages}, {@code page_number}, {@code
 * limit}, {@code next}, {@code previous} and {@code results}. A number that cannot be read says
 * nothing, like one that is missing.
 */
final class CeipalAnswers {
    private CeipalAnswers() {}

    /**
     * The page in an answer. The detail of one interview comes bare, in answer to a look-up.
     *
     * @throws VendorException when the answer is a refusal, has no rows, or is another page than
     *     was asked for
     */
    static Page page(VendorResponse response, Query query, PageNumberPaging paging) {
        Optional<CeipalRefusal> refusal = CeipalRefusal.in(response);
        if (refusal.isPresent()) {
            if (refusal.get().isNothingFound() || refusal.get().isBeyond(paging)) {
                return Page.last(List.of());
            }
            throw refusal.get().failure();
        }
        Item body = response.json();
        if (query.lookup().isPresent() && isRecord(body, query)) {
            return Page.last(List.of(body));
        }
        if (!rows(body).isArray()) {
            throw VendorException.unusable("Ceipal's list has no array named results.");
        }
        List<Item> items = rows(body).each();
        // An empty page is the end, even where its link leads on.
        Optional<Boolean> more = items.isEmpty() ? Optional.empty() : more(body.at("next"));
        return paging.requireNumber(body, "page_number")
                .page(
                        items,
                        Continuation.unstated()
                                .more(more)
                                .pages(body.integer("num_pages"))
                                .total(body.integer("count")));
    }

    /** The rows of a list: {@code results}, or {@code data} as seen of version 1. */
    static Item rows(Item body) {
        Item results = body.at("results");
        return results.isPresent() ? results : body.at("data");
    }

    private static boolean isRecord(Item body, Query query) {
        return body.isObject()
                && !rows(body).isPresent()
                && new CeipalRecord(body, query.settings()).id(CeipalField.ID).isPresent();
    }

    /** Whether the link to the next page says that one follows; nothing when it is not a link. */
    private static Optional<Boolean> more(Item link) {
        if (!link.isPresent() || link.isObject() || link.isArray()) {
            return Optional.empty();
        }
        Text text = link.text();
        return Optional.of(text.isPresent() && !text.is("false"));
    }
}
