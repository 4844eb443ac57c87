package io.convene.provider.ashby;

import io.convene.core.Filter;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorRequest;

import java.time.Instant;
import java.util.Optional;

/**
 * The requests to Ashby's API.
 *
 * @see <a href="https://developers.ashbyhq.com/reference/introduction">Ashby: introduction</a>
 * @see <a href="https://developers.ashbyhq.com/reference/versioning">Ashby: versions</a>
 */
final class AshbyRequests {
    private static final String VERSION = "2026-01-01";
    private static final int LARGEST_PAGE = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private AshbyRequests() {}

    /** The request for a page of schedules. */
    static VendorRequest list(Query query, AshbyPhase phase) {
        VendorRequest.Builder request =
                post(query.settings(), "interviewSchedule.list")
                        .json("limit", query.pageSize(1, LARGEST_PAGE));
        query.range(Filter.CREATED_AT)
                .flatMap(TimeRange::from)
                .flatMap(AshbyRequests::createdAfter)
                .ifPresent(milliseconds -> request.json("createdAfter", milliseconds));
        phase.application().ifPresent(id -> request.json("applicationId", id));
        phase.stage().ifPresent(id -> request.json("interviewStageId", id));
        phase.paging().cursor().ifPresent(cursor -> request.json("cursor", cursor));
        return request.build();
    }

    /** The request for an application, which names its candidate. */
    static VendorRequest application(Settings settings, String id) {
        return post(settings, "application.info").json("applicationId", id).build();
    }

    private static VendorRequest.Builder post(Settings settings, String endpoint) {
        return VendorRequest.post("%s/%s".formatted(settings.url(AshbyProvider.BASE_URL), endpoint))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json; version=1")
                .header("Ashby-Version", VERSION)
                .json();
    }

    /**
     * One millisecond early, because Ashby does not say whether its bound belongs to the range; the
     * host checks again. A bound before 1970 excludes nothing.
     */
    private static Optional<Long> createdAfter(Instant from) {
        Instant bound = from.isAfter(LATEST) ? LATEST : from;
        return bound.isAfter(Instant.EPOCH)
                ? Optional.of(bound.toEpochMilli() - 1)
                : Optional.empty();
    }
}
