package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.admission.HeldMemory;
import io.convene.launcher.api.answer.Reading;
import io.convene.launcher.api.request.ListParameters;
import io.convene.launcher.api.request.ListPlans;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.CallContext;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.EncodedResponse;
import io.convene.launcher.http.RequestId;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.Plan;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Finds the account and the provider of a request, and plans the reading. */
final class Requests {
    private final Accounts accounts;
    private final Integrations integrations;
    private final ListPlans plans;
    private final Egress egress;
    private final int maxVendorCalls;

    /**
     * For those accounts.
     *
     * @param maxVendorCalls the most calls of one vendor object
     */
    Requests(
            Accounts accounts,
            Integrations integrations,
            ListPlans plans,
            Egress egress,
            int maxVendorCalls) {
        this.accounts = accounts;
        this.integrations = integrations;
        this.plans = plans;
        this.egress = egress;
        this.maxVendorCalls = maxVendorCalls;
    }

    /** What a token may have of that: vendors' own records only with their scope. */
    static ListParameters allowed(ListParameters asked, CallerToken token) {
        return token.allows(Scope.RAW) ? asked : asked.without(Field.REMOTE_DATA);
    }

    /**
     * The requested account.
     *
     * @throws ApiException with 400 when it is not named, with 404 when there is none for this
     *     token
     */
    Account account(Optional<String> asked, CallerToken token) {
        String id =
                asked.or(token::onlyAccount)
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

    /**
     * The provider of an account, held until closed.
     *
     * @param response is answered with 504 when the bundle does not return
     * @param end when a call of the bundle that begins now must have returned
     * @throws ApiException with 503 when none is active
     * @throws io.convene.launcher.containment.BundleFault when the bundle is in quarantine
     */
    Lease lease(Account account, ServerResponse response, LongSupplier end) {
        Lease lease = integrations.lease(account);
        CallContext none = CallContext.none();
        lease.serve(
                new CallContext(
                        account.id(),
                        response.headers().first(RequestId.HEADER).orElse(""),
                        egress.redaction(account),
                        end,
                        EncodedResponse.rescue(response)
                                .<Consumer<BundleFault>>map(rescue -> rescue)
                                .orElse(none.rescuer())));
        return lease;
    }

    /** What an account's integration can do with its settings; empty without interviews. */
    static Optional<Support> support(Lease lease, Account account) {
        Settings settings = Settings.of(lease.descriptor(), account.settings());
        return lease.provider().interviews().map(listing -> listing.support(settings));
    }

    /**
     * The reading that answers it.
     *
     * @param memory what its answer may take
     * @throws ApiException with 400 when it cannot be done as it was asked
     */
    Reading list(ListParameters asked, Account account, Lease lease, HeldMemory memory) {
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
        Plan plan = plans.plan(asked, account, support, settings);
        return new Reading(
                lease,
                listing,
                support,
                plan,
                asked,
                deadline -> egress.connect(account, lease, deadline, maxVendorCalls, memory));
    }
}
