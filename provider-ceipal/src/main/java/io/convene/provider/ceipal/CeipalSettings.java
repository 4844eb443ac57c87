package io.convene.provider.ceipal;

import io.convene.core.spi.Settings;

import java.time.ZoneId;

/** What an account's settings mean for the requests to Ceipal. */
final class CeipalSettings {
    static final String BASE_URL = "base_url";
    static final String API_VERSION = "api_version";
    static final String TIME_ZONE = "time_zone";
    static final String INTERVIEWS_PATH = "interviews_path";

    private CeipalSettings() {}

    static boolean isVersionOne(Settings settings) {
        return settings.choice(API_VERSION).equals("v1");
    }

    /** The URL of an action under the account's version, such as {@code createAuthtoken}. */
    static String action(Settings settings, String action) {
        return settings.url(BASE_URL) + "/" + settings.choice(API_VERSION) + "/" + action + "/";
    }

    /** The URL of the interviews' list. Version 2 redirects, or worse, without the last slash. */
    static String interviews(Settings settings) {
        String path = settings.find(INTERVIEWS_PATH).map(String::strip).orElse("");
        if (path.isEmpty()) {
            return action(settings, "getInterviewsList");
        }
        String url = settings.url(BASE_URL) + (path.startsWith("/") ? path : "/" + path);
        return url.endsWith("/") || isVersionOne(settings) ? url : url + "/";
    }

    /** The zone of times without an offset. */
    static ZoneId zone(Settings settings) {
        return settings.zone(TIME_ZONE);
    }
}
