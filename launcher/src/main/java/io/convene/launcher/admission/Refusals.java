package io.convene.launcher.admission;

import java.time.Duration;

/** What callers are told for whom there is no place. */
final class Refusals {
    private static final int SOONEST = 1;
    private static final int LATEST = 30;

    private final AdmissionConfig config;

    Refusals(AdmissionConfig config) {
        this.config = config;
    }

    /**
     * The refusal of a request.
     *
     * @param full the one whose places are all in use
     * @param seconds in which as many requests end as wait for it
     */
    OverloadException of(Use full, long seconds) {
        long wait = Math.clamp(seconds, SOONEST, LATEST);
        return new OverloadException(
                "%s; wait %d s (Retry-After) and send the request again."
                        .formatted(why(full), wait),
                Duration.ofSeconds(wait));
    }

    /** The end of a request that was ended while it waited. */
    static OverloadException givenUp() {
        return new OverloadException(
                "The request was given up while it waited for its turn.",
                Duration.ofSeconds(SOONEST));
    }

    /** The end of a request whose answer there was no memory for. */
    static OverloadException memory() {
        return new OverloadException(
                "There is no memory for the answer now, because others are being made; wait %d s (Retry-After) and send the request again."
                        .formatted(SOONEST),
                Duration.ofSeconds(SOONEST));
    }

    private String why(Use full) {
        int most = full.most();
        int places = config.maxRequests();
        return switch (full.limited()) {
            case ALL -> "All %d requests that may be in progress at once are".formatted(places);
            case ACCOUNT ->
                    "%d of %d requests in progress are for the account %s, the most that one may have"
                            .formatted(most, places, full.key());
            case TOKEN ->
                    "%d of %d requests in progress have this token, the most that one may have"
                            .formatted(most, places);
            case VENDOR ->
                    "%d of %d requests in progress are for the vendor %s, the most that one may have"
                            .formatted(most, places, full.key());
        };
    }
}
