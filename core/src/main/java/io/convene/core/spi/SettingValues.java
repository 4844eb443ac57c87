package io.convene.core.spi;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads and judges the values of settings by their types. */
final class SettingValues {
    private static final int MOST_SHOWN = 100;

    private SettingValues() {}

    /** The mistake in a value and the allowed values; empty when it can be used. */
    static Optional<String> problem(Setting setting, String value) {
        boolean fits =
                switch (setting.type()) {
                    case TEXT -> true;
                    case URL -> isUrl(value);
                    case ZONE -> zone(value).isPresent();
                    case DURATION -> duration(value).isPresent();
                    case CHOICE -> setting.choices().contains(value);
                    case QUOTA -> Quota.isOff(value) || Quota.read(value).isPresent();
                };
        return fits
                ? Optional.empty()
                : Optional.of("%s is not %s".formatted(shown(setting, value), allowed(setting)));
    }

    private static String allowed(Setting setting) {
        return switch (setting.type()) {
            case TEXT -> "a text";
            case URL -> "a URL with a scheme and a host; write it like https://api.example.com";
            case ZONE ->
                    "a time zone; write an IANA name such as America/Los_Angeles, or an offset such"
                            + " as +02:00";
            case DURATION -> "a duration; write it in ISO 8601, such as PT30S";
            case CHOICE -> "offered; use %s".formatted(String.join(" or ", setting.choices()));
            case QUOTA ->
                    "a quota; write 1 to 10000 calls per ISO 8601 duration of at most a day, such"
                            + " as 60/PT1M, or off";
        };
    }

    private static String shown(Setting setting, String value) {
        if (setting.type() == Setting.Type.URL && value.indexOf('@') >= 0) {
            return "the value";
        }
        return value.length() > MOST_SHOWN
                ? "'%s…'".formatted(value.substring(0, MOST_SHOWN))
                : "'%s'".formatted(value);
    }

    private static boolean isUrl(String value) {
        try {
            return value.contains("://") && URI.create(value).getRawAuthority() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<ZoneId> zone(String value) {
        try {
            return Optional.of(ZoneId.of(value));
        } catch (DateTimeException e) {
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(value::equalsIgnoreCase)
                    .findFirst()
                    .map(ZoneId::of);
        }
    }

    static Optional<Duration> duration(String value) {
        try {
            return Optional.of(Duration.parse(value)).filter(read -> !read.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
