package io.convene.provider.ceipal;

import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorRequest;

/** The requests to Ceipal, by the version that the account is set to. */
final class CeipalRequests {
    private static final int SMALLEST_PAGE = 5;
    private static final int LARGEST_PAGE = 50;

    private CeipalRequests() {}

    /** The request for the page of interviews of that number. */
    static VendorRequest page(Query query, int number) {
        return VendorRequest.get(interviews(query.settings()))
                .header("Accept", "application/json")
                .query("page", number)
                .query("limit", query.pageSize(SMALLEST_PAGE, LARGEST_PAGE))
                .build();
    }

    /** The request for the interview of that id. */
    static VendorRequest details(Settings settings, String id) {
        String url = action(settings, "getInterviewDetails");
        VendorRequest.Builder request =
                CeipalSettings.isVersionOne(settings)
                        ? VendorRequest.get(url).query("interview_id", id)
                        : VendorRequest.get("%s%s/".formatted(url, VendorRequest.pathPart(id)));
        return request.header("Accept", "application/json").build();
    }

    /** The URL of an action under the account's version, such as {@code createAuthtoken}. */
    static String action(Settings settings, String action) {
        return "%s/%s/%s/"
                .formatted(
                        settings.url(CeipalSettings.BASE_URL),
                        settings.choice(CeipalSettings.API_VERSION),
                        action);
    }

    /** The URL of the interviews' list. Version 2 redirects, or worse, without the last slash. */
    private static String interviews(Settings settings) {
        String path = settings.find(CeipalSettings.INTERVIEWS_PATH).map(String::strip).orElse("");
        if (path.isEmpty()) {
            return action(settings, "getInterviewsList");
        }
        String url =
                settings.url(CeipalSettings.BASE_URL) + (path.startsWith("/") ? path : "/" + path);
        return url.endsWith("/") || CeipalSettings.isVersionOne(settings) ? url : url + "/";
    }
}
