package io.convene.provider.ceipal;

import io.convene.core.spi.Settings;

import java.time.ZoneId;

/** The settings of a Ceipal account. */
final class CeipalSettings {
    static final String BASE_URL = "base_url";
    static final String API_VERSION = "api_version";
    static final String TIME_ZONE = "time_zone";
    static final String INTERVIEWS_PATH = "interviews_path";

    private CeipalSettings() {}

    static boolean isVersionOne(Settings settings) {
        return settings.choice(API_VERSION).equals("v1");
    }

    /** The zone of times without an offset. */
    static ZoneId zone(Settings settings) {
        return settings.zone(TIME_ZONE);
    }
}
