package io.convene.launcher.api;

import io.convene.core.Field;
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
    private final Answers answers;

    InterviewsHandler(
            LauncherConfig.Api limits,
            Callers callers,
            Accounts accounts,
            Integrations integrations,
            ListPlanner planner,
            Answers answers) {
        this.limits = limits;
        this.callers = callers;
        this.accounts = accounts;
        this.integrations = integrations;
        this.planner = planner;
        this.answers = answers;
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
        requireScope(asked.format(), token);
        Account account = account(asked, token);
        try (Lease lease = integrations.lease(account)) {
            response.header("Convene-Provider", lease.id() + "@" + lease.version());
            ListRequest list = request(asked, account, token, lease);
            if (asked.format() == Format.RAW) {
                answers.raw().send(response, list, deadline);
            } else if (asked.wholeList() && asked.keyBy().isEmpty()) {
                answers.streamed().send(response, list, lines);
            } else {
                answers.complete().send(response, list, deadline);
            }
        }
    }

    private static void requireScope(Format format, CallerToken token) {
        switch (format) {
            case RAW -> Callers.require(token, Scope.RAW);
            case DEBUG -> Callers.require(token, Scope.ADMIN);
            case UNIFIED, NORMALIZED -> {}
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
        if (!token.allows(Scope.RAW)) {
            asked.excluded().add(Field.REMOTE_DATA);
        }
        Plan plan =
                planner.plan(
                        asked, account, listing.support(settings), settings, integrations::taking);
        InterviewForm form =
                asked.format() == Format.NORMALIZED
                        ? new NormalizedForm(asked.excluded())
                        : new UnifiedForm(asked.excluded());
        return new ListRequest(account, new LeasedProvider(lease), listing, plan, asked, form);
    }
}
