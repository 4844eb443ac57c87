package io.convene.provider.ashby;

import io.convene.core.Item;
import io.convene.core.paging.CursorPaging;
import io.convene.core.spi.Page;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.Optional;

/**
 * Ashby's answers.
 *
 * @see <a href="https://developers.ashbyhq.com/docs/pagination-and-incremental-sync">Ashby:
 *     pagination</a>
 */
final class AshbyAnswers {
    private AshbyAnswers() {}

    /**
     * The page of schedules in an answer. An application or stage that Ashby does not know has
     * none.
     *
     * @throws VendorException when the answer is a refusal, or no page
     */
    static Page page(VendorResponse response, AshbyPhase phase) {
        if (AshbyRefusal.in(response).filter(phase::isUnknownTo).isPresent()) {
            return phase.paging().page(List.of(), Optional.empty());
        }
        Item results = results(response);
        if (!results.isArray()) {
            throw VendorException.unusable(
                    "Ashby's list of interview schedules has no array named results.");
        }
        return phase.paging()
                .page(
                        results.each(),
                        CursorPaging.next(response.json(), "nextCursor", "moreDataAvailable"));
    }

    /**
     * The member {@code results} of an answer.
     *
     * @throws VendorException when the answer is a refusal or does not say that it is none
     */
    static Item results(VendorResponse response) {
        AshbyRefusal.in(response)
                .ifPresent(refusal -> {
                    throw refusal.failure();
                });
        Item body = response.json();
        if (!body.flag("success").orElse(false)) {
            throw VendorException.unusable("Ashby's answer does not say success: true.");
        }
        return body.at("results");
    }
}
