package io.convene.launcher.api;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.Deadline;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.Outcome;
import io.convene.launcher.query.Plan;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.stream.Collectors;

/** {@code GET /unified/ats/interviews}: one answer, complete before its first byte. */
final class InterviewsHandler implements Handler {
    private final LauncherConfig.Api limits;
    private final Callers callers;
    private final Accounts accounts;
    private final Integrations integrations;
    private final Egress egress;
    private final CursorCodec cursors;
    private final ListPlanner planner;

    InterviewsHandler(
            LauncherConfig.Api limits,
            Callers callers,
            Accounts accounts,
            Integrations integrations,
            Egress egress,
            CursorCodec cursors,
            ListPlanner planner) {
        this.limits = limits;
        this.callers = callers;
        this.accounts = accounts;
        this.integrations = integrations;
        this.egress = egress;
        this.cursors = cursors;
        this.planner = planner;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Deadline deadline = Deadline.in(limits.deadline());
        CallerToken token = callers.require(request, Scope.READ);
        ListParameters asked =
                ListParametersReader.read(
                        request.query().rawValue(), limits.defaultLimit(), limits.maxLimit());
        Account account = account(asked, token);
        try (Lease lease = integrations.lease(account)) {
            response.header("Convene-Provider", lease.id() + "@" + lease.version());
            answer(response, asked, account, token, lease, deadline);
        }
    }

    private Account account(ListParameters asked, CallerToken token) {
        String id =
                asked.accountId()
                        .or(token::onlyAccount)
                        .orElseThrow(() ->
                                new ApiException(
                                                400,
                                                "The integrated_account_id is missing; send the id of the account to read.")
                                        .missingParameters(List.of("integrated_account_id")));
        return accounts.find(id, token)
                .orElseThrow(() ->
                        new ApiException(
                                404,
                                "There is no account "
                                        + id
                                        + " for this token; check the id, or use a token that may use it."));
    }

    private void answer(
            ServerResponse response,
            ListParameters asked,
            Account account,
            CallerToken token,
            Lease lease,
            Deadline deadline) {
        Listing<InterviewDraft> listing =
                lease.provider()
                        .interviews()
                        .orElseThrow(() ->
                                new ApiException(
                                        404,
                                        "The integration "
                                                + account.integration()
                                                + " has no interviews; ask another account."));
        Settings settings = Settings.of(lease.descriptor(), account.settings());
        Support support = listing.support(settings);
        boolean remoteData = token.allows(Scope.RAW) && !asked.ignoreRemoteData();
        Plan plan =
                planner.plan(asked, account, support, settings, remoteData, integrations::taking);

        JsonBuffer out = new JsonBuffer().ascii("{\"result\":[");
        AccountVendor vendor =
                egress.connect(
                        account, new LeasedProvider(lease), deadline, limits.maxVendorCalls());
        InterviewReader reader =
                new InterviewReader(listing, vendor, plan, new InterviewWriter(out, remoteData));
        Outcome outcome;
        try {
            outcome = reader.read();
        } catch (VendorException e) {
            throw VendorErrors.of(e, reader.lastAnswer(), text -> egress.clean(text, account));
        }
        receipt(response, plan, outcome);
        end(out, outcome);
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        response.send(out.bytes(), 0, out.size());
    }

    private void end(JsonBuffer out, Outcome outcome) {
        out.ascii("],\"next_cursor\":");
        outcome.next().map(cursors::encode).ifPresentOrElse(out::string, () -> out.ascii("null"));
        out.ascii(",\"prev_cursor\":null,\"result_count\":")
                .ascii(Integer.toString(outcome.count()));
        if (outcome.partial()) {
            out.ascii(",\"is_partial_response\":true");
        }
        out.ascii('}');
    }

    private static void receipt(ServerResponse response, Plan plan, Outcome outcome) {
        if (!plan.treatments().isEmpty()) {
            response.header(
                    "Convene-Filters",
                    plan.treatments().entrySet().stream()
                            .map(entry -> {
                                Integer absent = outcome.absent().get(entry.getKey());
                                return entry.getKey().text()
                                        + "="
                                        + entry.getValue().text()
                                        + (absent == null ? "" : ";absent=" + absent);
                            })
                            .collect(Collectors.joining(", ")));
        }
        if (outcome.unmapped() > 0) {
            response.header("Convene-Unmapped", Integer.toString(outcome.unmapped()));
        }
    }
}
