package io.convene.provider.greenhouse;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The answers of Harvest v3. */
final class GreenhouseAnswers {
    private GreenhouseAnswers() {}

    /**
     * The page of interviews in an answer.
     *
     * @throws VendorException when the answer is a refusal, or no page
     */
    static Page page(VendorResponse response, GreenhousePhases phases) {
        boolean isFollowing = phases.paging().cursor().isPresent();
        // A following page is asked for by its cursor alone: nothing else can be wrong with it.
        if (isFollowing && (response.status() == 422 || response.status() == 400)) {
            throw new VendorException(
                    VendorException.Kind.BAD_CURSOR,
                    "Greenhouse does not take its cursor any more: %s".formatted(words(response)));
        }
        return phases.paging()
                .page(phases.own(rows(response)), GreenhouseLinks.nextCursor(response));
    }

    /**
     * The rows of a page of any list.
     *
     * @throws VendorException when the answer is a refusal, or no page
     */
    static List<Item> rows(VendorResponse response) {
        if (!response.isSuccess()) {
            throw response.failure(words(response));
        }
        Item body = response.json();
        if (!body.isArray()) {
            throw VendorException.unusable(
                    "Greenhouse answered HTTP %d without a list.".formatted(response.status()));
        }
        return body.each();
    }

    /** The vendor's own words, in whichever of its error bodies they are; empty when in none. */
    static String words(VendorResponse response) {
        Item body = response.jsonIfAny();
        List<String> words = new ArrayList<>();
        body.words("message").optional().ifPresent(words::add);
        body.words("error").optional().ifPresent(words::add);
        for (Item error : body.each("errors")) {
            words.add(error.text().optional().orElseGet(() -> json(error)));
        }
        return String.join(": ", words);
    }

    /** The ids that the rows have in that member. */
    static List<Text> ids(List<Item> rows, String member) {
        List<Text> ids = new ArrayList<>(rows.size());
        for (Item row : rows) {
            Text id = row.id(member);
            if (id.isPresent()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static String json(Item value) {
        return new String(
                value.source(), value.start(), value.end() - value.start(), StandardCharsets.UTF_8);
    }
}
