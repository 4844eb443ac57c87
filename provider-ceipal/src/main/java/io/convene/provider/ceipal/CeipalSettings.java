package io.convene.provider.ceipal;

import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an account's settings mean for the requests to Ceipal. */
final class CeipalSettings {
    static final String BASE_URL = "base_url";
    static final String API_VERSION = "api_version";
    static final String TIME_ZONE = "time_zone";
    static final String INTERVIEWS_PATH = "interviews_path";

    private static final List<String> VERSIONS = List.of("v2", "v1");

    private CeipalSettings() {}

    static boolean isVersionOne(Settings settings) {
        return settings.text(API_VERSION).equals("v1");
    }

    /** The URL of an action under the account's version, such as {@code createAuthtoken}. */
    static String action(Settings settings, String action) {
        return settings.url(BASE_URL) + "/" + settings.text(API_VERSION) + "/" + action + "/";
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

    /** What is wrong with the settings, one sentence each. */
    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        if (!VERSIONS.contains(settings.text(API_VERSION))) {
            problems.add(
                    "api_version is '%s'; it must be v2 or v1."
                            .formatted(settings.text(API_VERSION)));
        }
        if (named(settings.text(TIME_ZONE)).isEmpty()) {
            problems.add(wrongZone(settings));
        }
        return problems;
    }

    /**
     * The zone of times without an offset.
     *
     * @throws VendorException when the setting names none: better no answer than wrong times
     */
    static ZoneId zone(Settings settings) {
        return named(settings.text(TIME_ZONE))
                .orElseThrow(() ->
                        new VendorException(
                                Kind.REJECTED, "The account's setting " + wrongZone(settings)));
    }

    private static Optional<ZoneId> named(String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return CeipalZones.of(zone);
        }
    }

    private static String wrongZone(Settings settings) {
        return "time_zone is '%s', which names no time zone: write an IANA name such as Asia/Kolkata."
                .formatted(settings.text(TIME_ZONE));
    }
}
