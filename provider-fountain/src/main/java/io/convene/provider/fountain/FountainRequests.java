package io.convene.provider.fountain;

import io.convene.core.Filter;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests to Fountain. The base URL ends with the API's version; of a host of Fountain's own
 * the path may be left out.
 */
final class FountainRequests {
    private static final String SLOTS = "booked_slots";
    private static final Pattern BARE = Pattern.compile("https?://([^/?#:]+)(?::\\d+)?");

    private FountainRequests() {}

    /**
     * The request for a page of the slots of the candidates asked for.
     *
     * @throws VendorException when none is asked for
     */
    static VendorRequest slots(Query query, Optional<FountainPageLink> page) {
        List<String> candidates = query.values(Filter.CANDIDATE_ID).stream().distinct().toList();
        if (candidates.isEmpty()) {
            throw new VendorException(
                    VendorException.Kind.REJECTED,
                    "Fountain lists interviews by candidate only: candidate_id is missing.");
        }
        // A path would lose a part that is all dots; a body keeps it.
        boolean single = candidates.size() == 1 && !candidates.getFirst().matches("\\.+");
        VendorRequest request =
                single
                        ? get(query.settings(), "applicants", candidates.getFirst(), SLOTS)
                        : VendorRequest.post(base(query.settings()) + "/applicants/" + SLOTS)
                                .json("ids", candidates)
                                .build();
        return page.map(link -> link.addTo(request.copy()).build()).orElse(request);
    }

    static VendorRequest applicant(Settings settings, String id) {
        return get(settings, "applicants", id);
    }

    static VendorRequest stages(Settings settings, String funnel) {
        return get(settings, "funnels", funnel, "stages");
    }

    static VendorRequest users(Settings settings) {
        return get(settings, "users");
    }

    private static VendorRequest get(Settings settings, String... path) {
        StringBuilder url = new StringBuilder(base(settings));
        for (String part : path) {
            url.append('/').append(VendorRequest.pathPart(part));
        }
        return VendorRequest.get(url.toString()).build();
    }

    private static String base(Settings settings) {
        String url = settings.url("base_url");
        Matcher bare = BARE.matcher(url);
        if (!bare.matches()) {
            return url;
        }
        return switch (bare.group(1)) {
            case "api.fountain.com" -> url + "/v2";
            case "services.fountain.com" -> url + "/api/servicehire/v2";
            case String host when host.endsWith(".fountain.com") -> url + "/api/v2";
            default -> url;
        };
    }
}
