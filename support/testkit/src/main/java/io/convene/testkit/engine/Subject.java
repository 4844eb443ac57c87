package io.convene.testkit.engine;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.Filters;
import io.convene.launcher.query.InterviewFinder;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.ListPlanner;
import io.convene.launcher.query.ListQuery;
import io.convene.launcher.query.ListResult;
import io.convene.launcher.query.Omissions;
import io.convene.launcher.query.Plan;
import io.convene.launcher.time.Deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The leased bundle with its one account, and the host's own way to read lists from it. */
final class Subject implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLS = 1_000;
    private static final int CALLS_EACH = 4;
    private static final int MOST_IDS = 50;

    /** As many items as a host asks for at once when nothing else is configured. */
    private static final int LARGEST_PAGE = 500;

    private final Host host;
    private final Lease lease;
    private final WatchedProvider provider;
    private final Account account;
    private final Settings settings;
    private final Problems strayed = new Problems();
    private final CursorCodec cursors = new CursorCodec(List.of("of the kit"));

    /** The bundle under that lease, which is closed with it; all its calls are watched. */
    Subject(Host host, Lease lease, Watch watch) {
        this.host = host;
        this.lease = lease;
        this.provider = new WatchedProvider(lease, watch);
        Facts facts = host.facts();
        this.account =
                new Account(
                        "conformance",
                        "",
                        lease.id(),
                        Optional.empty(),
                        facts.credentials(),
                        facts.settings());
        this.settings = Settings.of(lease.descriptor(), facts.settings());
    }

    Facts facts() {
        return host.facts();
    }

    AtsProvider provider() {
        return provider;
    }

    ProviderDescriptor descriptor() {
        return lease.descriptor();
    }

    /** The way in which the account is let in. */
    Authentication authentication() {
        return descriptor().authentications().stream()
                .filter(way -> facts().credentials().keySet().containsAll(way.required()))
                .findFirst()
                .orElseThrow(() ->
                        new BundleFault(
                                "No authentication of the descriptor can be used with the credentials of the test vendor, which are %s."
                                        .formatted(facts().credentials().keySet())));
    }

    Settings settings() {
        return settings;
    }

    /** What the bundle is told of the account when it asks for a token. */
    Connection connection() {
        return Connection.of(
                settings, facts().credentials().keySet(), authentication().name(), facts().now());
    }

    Listing<InterviewDraft> listing() {
        return provider()
                .interviews()
                .orElseThrow(() ->
                        new BundleFault(
                                "interviews() is empty: return the listing of the interviews."));
    }

    Support support() {
        return listing().support(settings);
    }

    /**
     * The filters without which nothing can be listed, with as many ids as they take; together all
     * scopes cover every interview. One without any where nothing is required.
     */
    List<Filters> scopes() {
        Support support = support();
        if (support.required().isEmpty()) {
            return List.of(Filters.none());
        }
        Filter required = support.required().iterator().next();
        List<String> ids = facts().within().getOrDefault(required, List.of());
        if (ids.isEmpty()) {
            throw new BundleFault(
                    "support() requires the filter %s: let within() of the test vendor give the ids it may have."
                            .formatted(required.text()));
        }
        int most = support.most(required).orElse(MOST_IDS);
        List<Filters> scopes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += most) {
            List<String> some = ids.subList(i, Math.min(i + most, ids.size()));
            scopes.add(Filters.of(Map.of(required, some), Map.of()));
        }
        return scopes;
    }

    /** The first of the scopes. */
    Filters scope() {
        return scopes().getFirst();
    }

    /**
     * The first scope with no more of the ids it needs than hold {@code enough} of those rows:
     * where a vendor gives all of a scope at once, each small answer costs all of it.
     */
    Filters scope(List<Row> rows, int enough) {
        Filters scope = scope();
        if (scope.isEmpty()) {
            return scope;
        }
        Filter required = scope.asked().iterator().next();
        List<String> some = new ArrayList<>();
        long held = 0;
        for (String id : scope.values(required)) {
            if (held < enough) {
                some.add(id);
                held +=
                        rows.stream()
                                .filter(row ->
                                        row.value(required.field()).filter(id::equals).isPresent())
                                .count();
            }
        }
        return Filters.of(Map.of(required, some), Map.of());
    }

    /** How many ids that filter may have at once. */
    int most(Filter filter) {
        return support().most(filter).orElse(MOST_IDS);
    }

    /** The requests that went where they must not. */
    Problems strayed() {
        return strayed;
    }

    /** The vendor during one request. */
    VendorCalls vendor() {
        return new Guard(
                host.egress()
                        .connect(
                                account,
                                provider,
                                Deadline.in(PATIENCE),
                                facts().interviews().size() * CALLS_EACH + CALLS),
                descriptor().hosts(),
                facts().authorities(),
                facts().now(),
                strayed);
    }

    /** The query that a bundle would see. */
    Query query(Filters filters, Set<Field> expand, int limit) {
        return plan(ListQuery.of(filters, limit).expanding(expand)).query();
    }

    /** Everything within those filters, in answers of at most {@code limit} interviews. */
    Listed list(Filters filters, Set<Field> expand, int limit) {
        return list(filters, expand, limit, listing());
    }

    /** The same through a listing that is not quite the bundle's. */
    Listed list(
            Filters filters,
            Set<Field> expand,
            int limit,
            UnaryOperator<Listing<InterviewDraft>> other) {
        return list(filters, expand, limit, other.apply(listing()));
    }

    /** The same through another listing. */
    Listed list(Filters filters, Set<Field> expand, int limit, Listing<InterviewDraft> listing) {
        List<Row> rows = new ArrayList<>();
        boolean partial = false;
        int unmapped = 0;
        int most = facts().interviews().size() * 2;
        ListQuery asked = ListQuery.of(filters, limit).expanding(expand);
        Optional<String> next;
        do {
            int before = rows.size();
            Phased phased = new Phased(listing);
            ListResult outcome =
                    InterviewReader.complete(
                                    phased,
                                    vendor(),
                                    plan(asked),
                                    (item, draft) ->
                                            rows.add(Row.of(item, draft, phased.phase(item))))
                            .read();
            partial |= outcome.partial();
            unmapped += outcome.unmapped();
            next = outcome.next().map(cursors::encode);
            asked = asked.from(next);
            // Without an interview an answer goes on only where its many calls are used up.
            if (next.isPresent() && (rows.size() > most || rows.size() == before)) {
                return new Listed(
                        rows,
                        partial,
                        unmapped,
                        Optional.of(
                                "%s came, the vendor has %d, and the list still goes on"
                                        .formatted(
                                                Words.count(rows.size(), "interview"),
                                                facts().interviews().size())));
            }
        } while (next.isPresent());
        return new Listed(rows, partial, unmapped, Optional.empty());
    }

    /** The interview of that id, found as a request for one interview finds it. */
    Optional<Row> find(String id, Filters filters) {
        List<Row> found = new ArrayList<>();
        int whole = facts().interviews().size() + 1;
        Plan plan = plan(ListQuery.of(filters, 100).most(whole));
        new InterviewFinder(listing(), vendor(), plan)
                .find(id, (item, draft) -> found.add(Row.of(item, draft, 0)));
        return found.stream().findFirst();
    }

    @Override
    public void close() {
        lease.close();
    }

    private Plan plan(ListQuery asked) {
        return new ListPlanner(LARGEST_PAGE, cursors, facts()::now)
                .plan(asked, account, support(), settings, Omissions.none());
    }
}
