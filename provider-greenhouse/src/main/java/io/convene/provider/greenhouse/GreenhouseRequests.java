package io.convene.provider.greenhouse;

import io.convene.core.Filter;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorRequest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The requests to Harvest v3.
 *
 * @see <a href="https://harvestdocs.greenhouse.io/docs/list-endpoints">list endpoints</a>
 * @see <a href="https://harvestdocs.greenhouse.io/docs/pagination">pagination</a>
 */
final class GreenhouseRequests {
    static final int MOST_ROWS = 500;
    static final int MOST_IDS = 50;

    private static final String INTERVIEWS = "interviews";

    private GreenhouseRequests() {}

    /** The request for a page of interviews. */
    static VendorRequest interviews(Query query, GreenhousePhases phases) {
        return phases.paging()
                .cursor()
                .map(cursor -> following(query.settings(), INTERVIEWS, cursor))
                .orElseGet(() -> firstInterviews(query, phases));
    }

    /** The request for the interview of that id. */
    static VendorRequest interview(Settings settings, String id) {
        return list(settings, INTERVIEWS, 1).query("ids", id).build();
    }

    /** Begins a request for the first page of a list. */
    static VendorRequest.Builder list(Settings settings, String name, int rows) {
        return VendorRequest.get(url(settings, name)).query("per_page", rows);
    }

    /** A following page: the cursor holds all parameters and must travel alone. */
    static VendorRequest following(Settings settings, String name, String cursor) {
        return VendorRequest.get(url(settings, name)).query("cursor", cursor).alone().build();
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

    private static VendorRequest firstInterviews(Query query, GreenhousePhases phases) {
        VendorRequest.Builder request =
                list(query.settings(), INTERVIEWS, query.pageSize(1, MOST_ROWS));
        phases.narrow(request);
        Filter changed = query.asks(Filter.UPDATED_AT) ? Filter.UPDATED_AT : Filter.CREATED_AT;
        query.range(changed)
                .ifPresent(range -> request.query(changed.text(), GreenhouseDates.moments(range)));
        return request.build();
    }

    private static String url(Settings settings, String name) {
        return "%s/v3/%s".formatted(settings.url("base_url"), name);
    }
}
