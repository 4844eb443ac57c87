package io.convene.testkit.engine.host;

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
import io.convene.launcher.egress.wire.VendorFailure;
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
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.ContractViolation;
import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The leased bundle with its one account, and the host's own way to read lists from it. */
public final class Subject implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLS = 1_000;
    private static final int CALLS_EACH = 4;

    /** As many items as a host asks for at once when nothing else is configured. */
    private static final int LARGEST_PAGE = 500;

    private final Host host;
    private final Lease lease;
    private final MonitoredProvider provider;
    private final Account account;
    private final Settings settings;
    private final RuleProblems strayed = new RuleProblems();
    private final CursorCodec cursors = new CursorCodec(List.of("of the kit"));

    /** The bundle under that lease, which is closed with it; all its calls are monitored. */
    public Subject(Host host, Lease lease, CallMonitor monitor) {
        this.host = host;
        this.lease = lease;
        this.provider = new MonitoredProvider(lease, monitor);
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

    public Facts facts() {
        return host.facts();
    }

    public AtsProvider provider() {
        return provider;
    }

    public ProviderDescriptor descriptor() {
        return lease.descriptor();
    }

    /** The way in which the account is let in. */
    public Authentication authentication() {
        return descriptor().authentications().stream()
                .filter(way -> facts().credentials().keySet().containsAll(way.required()))
                .findFirst()
                .orElseThrow(() ->
                        new ContractViolation(
                                "No authentication of the descriptor can be used with the credentials of the test vendor, which are %s."
                                        .formatted(facts().credentials().keySet())));
    }

    public Settings settings() {
        return settings;
    }

    /** The account as the bundle sees it when it asks for a token. */
    public Connection connection() {
        return Connection.of(
                settings, facts().credentials().keySet(), authentication().name(), facts().now());
    }

    public Listing<InterviewDraft> listing() {
        return provider()
                .interviews()
                .orElseThrow(() ->
                        new ContractViolation(
                                "interviews() is empty: return the listing of the interviews."));
    }

    public Support support() {
        return listing().support(settings);
    }

    /** The filters without which nothing can be listed; together they cover every interview. */
    public List<Filters> scopes() {
        return allScopes().all();
    }

    /** The first of the scopes. */
    public Filters scope() {
        return allScopes().first();
    }

    /** The first scope, limited to about that many of its rows. */
    public Filters scope(List<InterviewRow> rows, int enough) {
        return allScopes().first(rows, enough);
    }

    /** How many ids that filter may have at once. */
    public int most(Filter filter) {
        return allScopes().most(filter);
    }

    private ListScopes allScopes() {
        return new ListScopes(support(), facts().within());
    }

    /** The requests that went where they must not. */
    public RuleProblems strayed() {
        return strayed;
    }

    /** The vendor during one request. */
    public VendorCalls vendor() {
        return new AddressGuard(
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
    public Query query(Filters filters, Set<Field> expand, int limit) {
        return plan(ListQuery.of(filters, limit).expanding(expand)).query();
    }

    /** Everything within those filters, in answers of at most {@code limit} interviews. */
    public WholeList list(Filters filters, Set<Field> expand, int limit) {
        return list(filters, expand, limit, listing());
    }

    /** The same through a listing that is not quite the bundle's. */
    public WholeList list(
            Filters filters,
            Set<Field> expand,
            int limit,
            UnaryOperator<Listing<InterviewDraft>> other) {
        return list(filters, expand, limit, other.apply(listing()));
    }

    /** The same through another listing. */
    public WholeList list(
            Filters filters, Set<Field> expand, int limit, Listing<InterviewDraft> listing) {
        List<InterviewRow> rows = new ArrayList<>();
        boolean partial = false;
        int unmapped = 0;
        int most = facts().interviews().size() * 2;
        ListQuery asked = ListQuery.of(filters, limit).expanding(expand);
        Optional<String> next;
        do {
            int before = rows.size();
            PhaseTracker phased = new PhaseTracker(listing);
            InterviewReader reader =
                    InterviewReader.complete(
                            phased,
                            vendor(),
                            plan(asked),
                            (item, draft) ->
                                    rows.add(InterviewRow.of(item, draft, phased.phase(item))));
            ListResult outcome = asBundlesSee(reader::read);
            partial |= outcome.partial();
            unmapped += outcome.unmapped();
            next = outcome.next().map(cursors::encode);
            asked = asked.from(next);
            // Without an interview an answer goes on only where its many calls are used up.
            if (next.isPresent() && (rows.size() > most || rows.size() == before)) {
                return new WholeList(
                        rows,
                        partial,
                        unmapped,
                        Optional.of(
                                "%s came, the vendor has %d, and the list still goes on"
                                        .formatted(
                                                Counted.count(rows.size(), "interview"),
                                                facts().interviews().size())));
            }
        } while (next.isPresent());
        return new WholeList(rows, partial, unmapped, Optional.empty());
    }

    /** The interview of that id, found as a request for one interview finds it. */
    public Optional<InterviewRow> find(String id, Filters filters) {
        List<InterviewRow> found = new ArrayList<>();
        int whole = facts().interviews().size() + 1;
        Plan plan = plan(ListQuery.of(filters, 100).most(whole));
        InterviewFinder finder = new InterviewFinder(listing(), vendor(), plan);
        asBundlesSee(
                () -> finder.find(id, (item, draft) -> found.add(InterviewRow.of(item, draft, 0))));
        return found.stream().findFirst();
    }

    @Override
    public void close() {
        lease.close();
    }

    /** The checks compare with the failures that bundles throw. */
    private static <T> T asBundlesSee(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (VendorFailure e) {
            throw e.reason();
        }
    }

    private Plan plan(ListQuery asked) {
        return new ListPlanner(LARGEST_PAGE, cursors, facts()::now)
                .plan(asked, account, support(), settings, Omissions.none());
    }
}
