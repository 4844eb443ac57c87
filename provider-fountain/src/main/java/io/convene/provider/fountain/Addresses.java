package io.convene.provider.fountain;

import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorRequest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests to Fountain. The base URL ends with the API's version; of a host of Fountain's own
 * the path may be left out.
 */
final class Addresses {
    private static final Pattern BARE = Pattern.compile("https?://([^/?#:]+)(?::\\d+)?");

    private Addresses() {}

    static VendorRequest slots(Settings settings, String applicant) {
        return get(settings, "applicants", applicant, "booked_slots");
    }

    static VendorRequest slots(Settings settings, List<String> applicants) {
        return VendorRequest.post(base(settings) + "/applicants/booked_slots")
                .json("ids", applicants)
                .build();
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
