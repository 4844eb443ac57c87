package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides how a list is read, from the query, the cursor and the integration's support: each filter
 * is evaluated by the vendor, evaluated here, left out or refused. Immutable and thread-safe.
 */
public final class ListPlanner {
    private final int largestPage;
    private final CursorCodec cursors;
    private final InstantSource clock;

    /**
     * A planner.
     *
     * @param largestPage the most interviews requested in a vendor page
     * @param cursors reads the cursors
     * @param clock the time for bundles
     */
    public ListPlanner(int largestPage, CursorCodec cursors, InstantSource clock) {
        this.largestPage = largestPage;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * The plan of one request.
     *
     * @param support the integration's support with those settings
     * @param omissions decides about the parts that it does not support
     * @throws QueryRefusedException when the query cannot be answered as it was asked
     */
    public Plan plan(
            ListQuery asked,
            Account account,
            Support support,
            Settings settings,
            Omissions omissions) {
        Cursor asRequested = start(asked, account);
        Filters filters = filters(asked.filters(), asRequested);
        Map<Filter, Support.Treatment> treatments = new EnumMap<>(Filter.class);
        Set<Filter> ignored = EnumSet.noneOf(Filter.class);
        for (Filter filter : filters.asked()) {
            support.treatment(filter, filters.asked())
                    .ifPresentOrElse(
                            treatment -> treatments.put(filter, treatment),
                            () -> {
                                leaveOut(filter, account.integration(), omissions);
                                ignored.add(filter);
                            });
        }
        requireFewIds(treatments.keySet(), support, filters, account.integration());
        requireAll(support, filters, account.integration());
        Cursor start = withLargestPages(asRequested, asked, treatments);
        Query.Builder query =
                Query.builder(settings).pageSize(start.pageSize()).now(clock.instant());
        filters.without(ignored).applyTo(query);
        chooseFields(query, asked, support, treatments);
        refuseUnknownExpansions(asked, support, account.integration(), omissions);
        if (asked.unmapped().isPresent()) {
            String format = asked.unmapped().get();
            ignored.addAll(notEvaluated(treatments, format, omissions));
            treatments.keySet().removeAll(ignored);
            refuseMiddle(start, format);
        }
        return new Plan(
                start,
                new Plan.Evaluation(filters, treatments, ignored),
                query.build(),
                asked.most(),
                account.integration());
    }

    private Cursor start(ListQuery asked, Account account) {
        if (asked.cursor().isEmpty()) {
            return new Cursor(
                    account.id(),
                    asked.filters().canonical(),
                    false,
                    asked.limit(),
                    Cursor.Place.START);
        }
        Cursor cursor = cursors.decode(asked.cursor().get()).orElseThrow(ListPlanner::unreadable);
        if (!cursor.accountId().equals(account.id())) {
            throw new QueryRefusedException(
                    "The next_cursor belongs to another account; leave it out to start again.");
        }
        return cursor;
    }

    private static Filters filters(Filters sent, Cursor start) {
        if (start.hashed()) {
            if (!start.filters().equals(CursorCodec.hash(sent.canonical()))) {
                throw new QueryRefusedException(
                        "The filters are too long for the next_cursor to carry; send the same ones with it again.");
            }
            return sent;
        }
        if (!sent.isEmpty() && !sent.canonical().equals(start.filters())) {
            throw new QueryRefusedException(
                    "The filters differ from those of the next_cursor; send the same ones or none with it.");
        }
        try {
            return Filters.parse(start.filters());
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static QueryRefusedException unreadable() {
        return new QueryRefusedException(
                "The next_cursor is not one of this endpoint's, or was changed; send it exactly as it was"
                        + " returned, or leave it out to start again.");
    }

    private static void leaveOut(Filter filter, String integration, Omissions omissions) {
        List<String> able = omissions.integrationsWith(filter);
        String others = able.isEmpty() ? "" : "; it is for " + String.join(", ", able);
        omissions.leaveOut(
                filter,
                new QueryRefusedException(
                        "The filter '%s' is not available for %s%s. Leave it out."
                                .formatted(filter.text(), integration, others)));
    }

    private static void requireFewIds(
            Set<Filter> evaluated, Support support, Filters filters, String integration) {
        for (Filter filter : evaluated) {
            Optional<Integer> most = support.most(filter);
            if (most.isPresent() && filters.values(filter).size() > most.get()) {
                throw new QueryRefusedException(
                        "The filter '%s' takes at most %d ids for %s; send fewer at once."
                                .formatted(filter.text(), most.get(), integration));
            }
        }
    }

    private static void requireAll(Support support, Filters filters, String integration) {
        Set<Filter> asked = filters.asked();
        List<String> missing =
                support.required().stream()
                        .filter(filter -> !asked.contains(filter))
                        .map(Filter::text)
                        .toList();
        if (!missing.isEmpty()) {
            throw new QueryRefusedException(
                    "The integration %s lists interviews only with %s; add it to the request."
                            .formatted(integration, String.join(", ", missing)),
                    missing);
        }
    }

    /**
     * The same with the largest pages, when interviews will be left out here: the limit then says
     * nothing about how many the vendor must give. The page size never changes within a chain.
     */
    private Cursor withLargestPages(
            Cursor start, ListQuery asked, Map<Filter, Support.Treatment> treatments) {
        boolean filtersHere =
                asked.unmapped().isEmpty() && treatments.containsValue(Support.Treatment.LOCAL);
        return filtersHere && asked.cursor().isEmpty()
                ? start.withPageSize(Math.max(start.pageSize(), largestPage))
                : start;
    }

    private static void chooseFields(
            Query.Builder query,
            ListQuery asked,
            Support support,
            Map<Filter, Support.Treatment> treatments) {
        Set<Field> filtered = EnumSet.noneOf(Field.class);
        treatments.keySet().forEach(filter -> filtered.add(filter.field()));
        for (Field field : support.expands()) {
            if (asked.expand().contains(field)) {
                query.expand(field);
            } else if (!filtered.contains(field) && !support.fills(field)) {
                query.skip(field);
            }
        }
        for (Field field : asked.unwanted()) {
            if (!filtered.contains(field)) {
                query.skip(field);
            }
        }
    }

    private static void refuseUnknownExpansions(
            ListQuery asked, Support support, String integration, Omissions omissions) {
        for (Field field : asked.expand()) {
            if (!support.fields().contains(field)) {
                omissions.leaveOut(
                        field,
                        new QueryRefusedException(
                                "The field '%s' is not available for %s, so it cannot be expanded; leave it out."
                                        .formatted(field.text(), integration)));
            }
        }
    }

    /** The filters that nobody evaluates when no interview is mapped. */
    private static Set<Filter> notEvaluated(
            Map<Filter, Support.Treatment> treatments, String format, Omissions omissions) {
        Set<Filter> found = EnumSet.noneOf(Filter.class);
        treatments.forEach((filter, treatment) -> {
            if (treatment == Support.Treatment.LOCAL) {
                omissions.leaveOut(
                        filter,
                        new QueryRefusedException(
                                "The filter '%s' is evaluated by Convene, so the %s format cannot apply it; leave it out or use the unified format."
                                        .formatted(filter.text(), format)));
                found.add(filter);
            }
        });
        return found;
    }

    private static void refuseMiddle(Cursor start, String format) {
        if (start.index() > 0) {
            throw new QueryRefusedException(
                    "The next_cursor is inside a vendor page, where the %s format cannot begin; continue in the unified format, or leave it out."
                            .formatted(format));
        }
    }
}
