package io.convene.launcher.api;

import io.convene.core.Filter;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.admission.Admission;
import io.convene.launcher.admission.Place;
import io.convene.launcher.admission.Rank;
import io.convene.launcher.admission.Requester;
import io.convene.launcher.api.answer.AnswerMetrics;
import io.convene.launcher.api.answer.Reading;
import io.convene.launcher.api.answer.Receipt;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.api.request.Format;
import io.convene.launcher.api.request.IgnoredParameters;
import io.convene.launcher.api.request.ListParameters;
import io.convene.launcher.api.request.ListParametersReader;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ConveneHeaders;
import io.convene.launcher.http.EncodedResponse;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.http.QuotedText;
import io.convene.launcher.http.RoutePath;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.InterviewFinder;
import io.convene.launcher.time.Deadline;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code GET /unified/ats/interviews/{id}}: the bare interview, or 404. */
final class InterviewHandler implements Handler {
    /** Which segment of the path is the id. */
    private static final int ID = 3;

    private final ApiConfig config;
    private final CallerAuthorization callers;
    private final Requests requests;
    private final Admission admission;
    private final AnswerMetrics metrics;

    InterviewHandler(
            ApiConfig config,
            CallerAuthorization callers,
            Requests requests,
            Admission admission,
            AnswerMetrics metrics) {
        this.config = config;
        this.callers = callers;
        this.requests = requests;
        this.admission = admission;
        this.metrics = metrics;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String id = RoutePath.segment(request, ID);
        Deadline deadline = Deadline.in(config.deadline());
        CallerToken token = callers.require(request, Scope.READ);
        IgnoredParameters ignored = new IgnoredParameters(config.compatibility());
        ListParameters asked =
                ListParametersReader.readForOne(
                        request.query().rawValue(), config.maxLimit(), ignored);
        refuseListFormats(asked.format());
        find(
                response,
                id,
                asked,
                token,
                deadline,
                ignored,
                out -> {
                    out.sendTo(response);
                    return true;
                });
    }

    /**
     * Finds the interview; what the answer tells in headers is in the response then.
     *
     * @param taker takes the interview as JSON, while it has its place
     */
    <T> T find(
            ServerResponse response,
            String id,
            ListParameters wanted,
            CallerToken token,
            Deadline deadline,
            IgnoredParameters ignored,
            Function<JsonBuffer, T> taker) {
        ListParameters asked = Requests.allowed(wanted, token);
        Account account = requests.account(asked.accountId(), token);
        callers.admit(account);
        try (Place place = admission.enter(Requester.of(account, token), Rank.LIST);
                Lease lease = requests.lease(account, response, deadline::nanoTime)) {
            EncodedResponse.answeredBy(response, lease.id(), lease.version());
            Reading list = requests.list(asked.ofWholeList(), account, lease, place.memory());
            requireLookup(list);
            ignored.tell(response);
            Receipt.ofIgnored(list.plan())
                    .ifPresent(receipt -> response.header(ConveneHeaders.FILTERS, receipt));
            JsonBuffer out = new JsonBuffer();
            AccountVendor vendor = list.vendor(deadline);
            InterviewFinder finder = new InterviewFinder(list.listing(), vendor, list.plan());
            boolean found =
                    Reading.from(
                            vendor,
                            response,
                            () ->
                                    finder.find(
                                            id,
                                            (item, draft) -> list.form().write(out, item, draft)));
            if (!found) {
                throw new ApiException(
                        404,
                        "There is no interview '"
                                + QuotedText.cut(id)
                                + "' in this account; check the id.");
            }
            metrics.handed(lease.id(), 1, finder.isInPart() ? 1 : 0);
            if (finder.isInPart()) {
                response.header(ConveneHeaders.UNMAPPED, "1");
            }
            return taker.apply(out);
        }
    }

    private static void refuseListFormats(Format format) {
        if (!format.isMapped() || format == Format.DEBUG) {
            throw new ApiException(
                    400,
                    "The parameter 'truto_response_format' belongs to the list; leave it out for one interview.");
        }
    }

    private static void requireLookup(Reading list) {
        String integration = list.plan().integration();
        Set<Filter> needed =
                list.support()
                        .lookup()
                        .orElseThrow(() ->
                                new ApiException(
                                        400,
                                        "The integration "
                                                + integration
                                                + " cannot find an interview by its id; use the list."));
        List<String> missing =
                needed.stream()
                        .filter(filter -> !list.plan().filters().asked().contains(filter))
                        .map(Filter::text)
                        .toList();
        if (!missing.isEmpty()) {
            throw new ApiException(
                            400,
                            "The integration "
                                    + integration
                                    + " finds an interview by its id only with "
                                    + String.join(", ", missing)
                                    + "; add it to the request.")
                    .missingParameters(missing);
        }
    }
}
