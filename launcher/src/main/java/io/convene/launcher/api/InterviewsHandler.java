package io.convene.launcher.api;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.admission.Admission;
import io.convene.launcher.admission.Place;
import io.convene.launcher.admission.Rank;
import io.convene.launcher.admission.Requester;
import io.convene.launcher.api.answer.AnswerWriters;
import io.convene.launcher.api.answer.PipedAnswer;
import io.convene.launcher.api.answer.Reading;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.api.request.Format;
import io.convene.launcher.api.request.IgnoredParameters;
import io.convene.launcher.api.request.ListParameters;
import io.convene.launcher.api.request.ListParametersReader;
import io.convene.launcher.api.request.MediaTypeNegotiation;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.http.EncodedResponse;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.time.Deadline;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * {@code GET /unified/ats/interviews}: authorises the request, and chooses the form of the answer.
 */
final class InterviewsHandler implements Handler {
    private static final Header VARY = HeaderValues.create(HeaderNames.VARY, "Accept");

    private final ApiConfig config;
    private final CallerAuthorization callers;
    private final Requests requests;
    private final Admission admission;
    private final AnswerWriters answers;

    InterviewsHandler(
            ApiConfig config,
            CallerAuthorization callers,
            Requests requests,
            Admission admission,
            AnswerWriters answers) {
        this.config = config;
        this.callers = callers;
        this.requests = requests;
        this.admission = admission;
        this.answers = answers;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Deadline deadline = Deadline.in(config.deadline());
        // On errors too: whether parameters go together depends on the form of the answer.
        response.headers().add(VARY);
        CallerToken token = callers.require(request, Scope.READ);
        boolean lines =
                MediaTypeNegotiation.prefersLines(
                        request.headers().all(HeaderNames.ACCEPT, List::of));
        IgnoredParameters ignored = new IgnoredParameters(config.compatibility());
        ListParameters asked =
                ListParametersReader.read(
                        request.query().rawValue(),
                        lines,
                        config.defaultLimit(),
                        config.maxLimit(),
                        ignored);
        requireScope(asked.format(), token);
        asked = Requests.allowed(asked, token);
        Account account = requests.account(asked.accountId(), token);
        callers.admit(account);
        boolean streamed =
                asked.format().isMapped() && asked.wholeList() && asked.keyBy().isEmpty();
        LongSupplier end = streamed ? this::endOfPage : deadline::nanoTime;
        Requester requester = Requester.of(account, token);
        try (Place place = admission.enter(requester, asked.wholeList() ? Rank.STREAM : Rank.LIST);
                Lease lease = requests.lease(account, response, end)) {
            EncodedResponse.answeredBy(response, lease.id(), lease.version());
            Reading list = requests.list(asked, account, lease, place.memory());
            ignored.tell(response);
            if (asked.format() == Format.RAW) {
                answers.raw().send(response, list, deadline);
            } else if (asked.format() == Format.STREAM) {
                answers.piped().send(response, list, deadline, PipedAnswer.takesTrailers(request));
            } else if (streamed) {
                answers.streamed().send(response, list, lines);
            } else {
                answers.complete().send(response, list, deadline);
            }
        }
    }

    /** Each page of a stream has a deadline of its own. */
    private long endOfPage() {
        return Deadline.in(config.deadline()).nanoTime();
    }

    private static void requireScope(Format format, CallerToken token) {
        switch (format) {
            case RAW, STREAM -> CallerAuthorization.require(token, Scope.RAW);
            case DEBUG -> CallerAuthorization.require(token, Scope.ADMIN);
            case UNIFIED, NORMALIZED -> {}
        }
    }
}
