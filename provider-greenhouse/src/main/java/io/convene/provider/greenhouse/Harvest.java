package io.convene.provider.greenhouse;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What all lists of Harvest v3 have in common.
 *
 * @see <a href="https://harvestdocs.greenhouse.io/docs/list-endpoints">list endpoints</a>
 * @see <a href="https://harvestdocs.greenhouse.io/docs/pagination">pagination</a>
 */
final class Harvest {
    static final int MOST_ROWS = 500;
    static final int MOST_IDS = 50;

    private Harvest() {}

    /** Begins a request for the first page of a list. */
    static VendorRequest.Builder list(Settings settings, String name, int rows) {
        return VendorRequest.get(url(settings, name))
                .query("per_page", Math.clamp(rows, 1, MOST_ROWS));
    }

    /** A following page: the cursor holds all parameters and must travel alone. */
    static VendorRequest following(Settings settings, String name, String cursor) {
        return VendorRequest.get(url(settings, name)).query("cursor", cursor).alone().build();
    }

    /** The rows of a page; throws the vendor's refusal. */
    static List<Item> rows(VendorResponse response) {
        if (!response.isSuccess()) {
            throw response.failure(words(response));
        }
        Item body = response.json();
        if (!body.isArray()) {
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "Greenhouse answered HTTP " + response.status() + " without a list.");
        }
        return body.each();
    }

    /** The vendor's own words, in whichever of its error bodies they stand; empty when in none. */
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

    /** Batches of as many ids as one parameter takes, without repetitions. */
    static <T> List<List<T>> batches(List<T> ids) {
        List<T> distinct = List.copyOf(new LinkedHashSet<>(ids));
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MOST_IDS) {
            batches.add(distinct.subList(from, Math.min(from + MOST_IDS, distinct.size())));
        }
        return batches;
    }

    /** The ids that the rows have in that member. */
    static List<Text> texts(List<Item> rows, String member) {
        List<Text> texts = new ArrayList<>(rows.size());
        for (Item row : rows) {
            Text text = row.id(member);
            if (text.isPresent()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String url(Settings settings, String name) {
        return settings.url("base_url") + "/v3/" + name;
    }

    private static String json(Item value) {
        return new String(
                value.source(), value.start(), value.end() - value.start(), StandardCharsets.UTF_8);
    }
}
