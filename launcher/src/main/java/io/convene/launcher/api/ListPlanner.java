package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.query.Cursor;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.Filters;
import io.convene.launcher.query.Plan;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings together what the caller asked, what the cursor carries and what the integration can do.
 */
final class ListPlanner {
    private final LauncherConfig.Api limits;
    private final CursorCodec cursors;
    private final Clock clock;

    ListPlanner(LauncherConfig.Api limits, CursorCodec cursors, Clock clock) {
        this.limits = limits;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * The plan of one request.
     *
     * @param others the integrations that take a filter, for the sentence that refuses it
     * @throws ApiException with 400 when the request cannot be done as it was asked
     */
    Plan plan(
            ListParameters asked,
            Account account,
            Support support,
            Settings settings,
            FilterSupport others) {
        Cursor asRequested = start(asked, account);
        Filters filters = filters(asked.filters(), asRequested);
        Map<Filter, Support.Treatment> treatments = new EnumMap<>(Filter.class);
        Set<Filter> ignored = EnumSet.noneOf(Filter.class);
        for (Filter filter : filters.asked()) {
            Optional<Support.Treatment> treatment = support.treatment(filter, filters.asked());
            if (treatment.isEmpty()) {
                asked.unheeded().refuseIfStrict(refused(filter, account.integration(), others));
                ignored.add(filter);
                continue;
            }
            treatments.put(filter, treatment.get());
            support.most(filter)
                    .filter(most -> filters.values(filter).size() > most)
                    .ifPresent(most -> {
                        throw new ApiException(
                                400,
                                "The filter '"
                                        + filter.text()
                                        + "' takes at most "
                                        + most
                                        + " ids for "
                                        + account.integration()
                                        + "; send fewer at once.");
                    });
        }
        requireAll(support, filters, account.integration());
        Cursor start = withLargestPages(asRequested, asked, treatments);
        Query.Builder query =
                Query.builder(settings).pageSize(start.pageSize()).now(clock.instant());
        filters.without(ignored).applyTo(query);
        for (Field field : support.expands()) {
            boolean needed =
                    treatments.keySet().stream().anyMatch(filter -> filter.field() == field);
            if (asked.expand().contains(field)) {
                query.expand(field);
            } else if (!needed && !support.fills(field)) {
                query.skip(field);
            }
        }
        for (Field field : asked.expand()) {
            if (!support.fields().contains(field)) {
                asked.unheeded()
                        .pass(
                                "expand",
                                new ApiException(
                                        400,
                                        "The field '"
                                                + field.text()
                                                + "' is not available for "
                                                + account.integration()
                                                + ", so it cannot be expanded; leave it out."));
            }
        }
        for (Field field : asked.excluded()) {
            if (treatments.keySet().stream().noneMatch(filter -> filter.field() == field)
                    && asked.keyBy().filter(path -> path.startsWith(field.text())).isEmpty()) {
                query.skip(field);
            }
        }
        if (!asked.format().isMapped()) {
            ignored.addAll(unmapped(treatments, asked));
            treatments.keySet().removeAll(ignored);
            refuseMiddle(start, asked.format());
        }
        int most =
                !asked.wholeList()
                        ? asked.limit()
                        : asked.keyBy().isPresent() ? limits.maxKeyedItems() : limits.maxItems();
        return new Plan(
                start, filters, treatments, ignored, query.build(), most, account.integration());
    }

    /**
     * The same with the largest pages, when interviews will be left out here: the limit then says
     * nothing about how many the vendor must give. The page size never changes within a chain.
     */
    private Cursor withLargestPages(
            Cursor start, ListParameters asked, Map<Filter, Support.Treatment> treatments) {
        boolean filtersHere =
                asked.format().isMapped() && treatments.containsValue(Support.Treatment.LOCAL);
        return filtersHere && asked.cursor().isEmpty()
                ? start.withPageSize(Math.max(start.pageSize(), limits.maxLimit()))
                : start;
    }

    /** The filters that nobody evaluates when no interview is mapped. */
    private static Set<Filter> unmapped(
            Map<Filter, Support.Treatment> treatments, ListParameters asked) {
        Set<Filter> unmapped = EnumSet.noneOf(Filter.class);
        treatments.forEach((filter, treatment) -> {
            if (treatment == Support.Treatment.LOCAL) {
                asked.unheeded()
                        .refuseIfStrict(
                                new ApiException(
                                        400,
                                        "The filter '"
                                                + filter.text()
                                                + "' is evaluated by Convene here, so the "
                                                + asked.format().text()
                                                + " format cannot apply it; leave it out or use the unified format."));
                unmapped.add(filter);
            }
        });
        return unmapped;
    }

    private static void refuseMiddle(Cursor start, Format format) {
        if (start.index() > 0) {
            throw new ApiException(
                    400,
                    "The next_cursor lies inside a vendor page, which the "
                            + format.text()
                            + " format cannot begin in; go on in the unified format, or leave it out.");
        }
    }

    /** The integrations that take a filter. */
    @FunctionalInterface
    interface FilterSupport {
        List<String> integrations(Filter filter);
    }

    private Cursor start(ListParameters asked, Account account) {
        if (asked.cursor().isEmpty()) {
            return new Cursor(
                    account.id(),
                    asked.filters().canonical(),
                    false,
                    asked.limit(),
                    Position.start(),
                    0,
                    "");
        }
        Cursor cursor = cursors.decode(asked.cursor().get()).orElseThrow(ListPlanner::unreadable);
        if (!cursor.accountId().equals(account.id())) {
            throw new ApiException(
                    400, "The next_cursor belongs to another account; leave it out to begin anew.");
        }
        return cursor;
    }

    private static Filters filters(Filters sent, Cursor start) {
        if (start.hashed()) {
            if (!start.filters().equals(CursorCodec.hash(sent.canonical()))) {
                throw new ApiException(
                        400,
                        "The filters are too long for the next_cursor to carry; send the same ones with it again.");
            }
            return sent;
        }
        if (!sent.isEmpty() && !sent.canonical().equals(start.filters())) {
            throw new ApiException(
                    400,
                    "The filters differ from those of the next_cursor; send the same ones or none with it.");
        }
        try {
            return Filters.parse(start.filters());
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static ApiException unreadable() {
        return new ApiException(
                400,
                "The next_cursor is not one of this endpoint's, or was changed; send it exactly as it was"
                        + " returned, or leave it out to begin anew.");
    }

    private static ApiException refused(Filter filter, String integration, FilterSupport others) {
        List<String> able = others.integrations(filter);
        return new ApiException(
                400,
                "The filter '"
                        + filter.text()
                        + "' is not available for "
                        + integration
                        + (able.isEmpty() ? "" : "; it is for " + String.join(", ", able))
                        + ". Leave it out.");
    }

    private static void requireAll(Support support, Filters filters, String integration) {
        Set<Filter> asked = filters.asked();
        List<String> missing =
                support.required().stream()
                        .filter(filter -> !asked.contains(filter))
                        .map(Filter::text)
                        .toList();
        if (!missing.isEmpty()) {
            throw new ApiException(
                            400,
                            "The integration "
                                    + integration
                                    + " lists interviews only with "
                                    + String.join(", ", missing)
                                    + "; add it to the request.")
                    .missingParameters(missing);
        }
    }
}
