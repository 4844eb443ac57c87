package io.convene.launcher.api;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Settings;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.egress.Deadline;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.Plan;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;

/**
 * {@code GET /unified/ats/interviews}: who asks for what, and in which form the answer goes out.
 */
final class InterviewsHandler implements Handler {
    private final LauncherConfig.Api limits;
    private final Callers callers;
    private final Accounts accounts;
    private final Integrations integrations;
    private final ListPlanner planner;
    private final CompleteAnswer complete;
    private final StreamedAnswer streamed;

    InterviewsHandler(
            LauncherConfig.Api limits,
            Callers callers,
            Accounts accounts,
            Integrations integrations,
            ListPlanner planner,
            CompleteAnswer complete,
            StreamedAnswer streamed) {
        this.limits = limits;
        this.callers = callers;
        this.accounts = accounts;
        this.integrations = integrations;
        this.planner = planner;
        this.complete = complete;
        this.streamed = streamed;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Deadline deadline = Deadline.in(limits.deadline());
        CallerToken token = callers.require(request, Scope.READ);
        boolean lines = StreamedAnswer.asksForLines(request);
        ListParameters asked =
                ListParametersReader.read(
                        request.query().rawValue(),
                        lines,
                        limits.defaultLimit(),
                        limits.maxLimit());
        Account account = account(asked, token);
        callers.admit(account);
        try (Lease lease = integrations.lease(account)) {
            response.header("Convene-Provider", lease.id() + "@" + lease.version());
            ListRequest list = request(asked, account, token, lease);
            if (asked.wholeList()) {
                streamed.send(response, list, lines);
            } else {
                complete.send(response, list, deadline);
            }
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

    private ListRequest request(
            ListParameters asked, Account account, CallerToken token, Lease lease) {
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
        boolean remoteData = token.allows(Scope.RAW) && !asked.ignoreRemoteData();
        Plan plan =
                planner.plan(
                        asked,
                        account,
                        listing.support(settings),
                        settings,
                        remoteData,
                        integrations::taking);
        return new ListRequest(account, new LeasedProvider(lease), listing, plan, remoteData);
    }
}
