package io.convene.launcher.egress.channel;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.channel.CircuitBreaker.Pass;
import io.convene.launcher.egress.wire.CallLog;
import io.convene.launcher.egress.wire.CallResult;
import io.convene.launcher.egress.wire.CallResult.Answered;
import io.convene.launcher.egress.wire.CallResult.Unanswered;
import io.convene.launcher.egress.wire.Exchange;
import io.convene.launcher.egress.wire.RateLimit;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * One call on its channel: waited for, made, and repeated as far as that is worth it. A call only
 * reads, whatever its method, so that repeating it is safe.
 */
public final class Call {
    private static final Logger LOG = System.getLogger(Call.class.getName());
    // Longer ones are looked into now and then: a vendor's word may be wrong.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final HttpRequest request;
    private final HostChannel channel;
    private final Deadline deadline;
    private final CallLog log;
    private final Exchange exchange;
    private final RetryPolicy retryPolicy;

    Call(
            HttpRequest request,
            HostChannel channel,
            Deadline deadline,
            CallLog log,
            Exchange exchange,
            RetryPolicy retryPolicy) {
        this.request = request;
        this.channel = channel;
        this.deadline = deadline;
        this.log = log;
        this.exchange = exchange;
        this.retryPolicy = retryPolicy;
    }

    /**
     * The answer, whatever its status.
     *
     * @throws VendorException when no usable one came, or the call could not be made in time
     */
    HttpResponse<byte[]> answer() {
        Pass pass = channel.circuit().enter(System.nanoTime());
        if (pass == Pass.NONE) {
            throw suspended();
        }
        CallResult outcome = null;
        try {
            outcome = outcome(pass);
        } finally {
            settle(pass, outcome);
        }
        return outcome.answerOrThrow();
    }

    private CallResult outcome(Pass pass) {
        log.admit();
        Optional<VendorException> refusal = channel.enter(deadline);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        CallResult outcome = seated();
        int sent = outcome.sent();
        while (pass == Pass.FREE && mayRepeat()) {
            Optional<Duration> wait =
                    retryPolicy.beforeNext(outcome, sent, channel.pace().interval(), deadline);
            if (wait.isEmpty()) {
                break;
            }
            retryPolicy.sleep(wait.get());
            if (!mayRepeat() || channel.enter(deadline).isPresent()) {
                break;
            }
            outcome = repeated();
            sent += outcome.sent();
        }
        return outcome;
    }

    private boolean mayRepeat() {
        return log.hasCallsLeft() && !channel.circuit().isOpen();
    }

    private CallResult repeated() {
        try {
            log.admit();
        } catch (VendorException e) {
            channel.leave();
            throw e;
        }
        channel.meters().repetitions().increment();
        return seated();
    }

    /** The seat on the channel is taken. */
    private CallResult seated() {
        CallResult outcome;
        long start = System.nanoTime();
        try {
            outcome = exchange.exchange(request, deadline, log);
        } finally {
            channel.leave();
        }
        channel.meters().called(outcome, start);
        if (outcome instanceof Answered it) {
            observe(it.answer());
        }
        return outcome;
    }

    private void observe(HttpResponse<?> answer) {
        Optional<RateLimit> limit = RetryPolicy.headers(answer).rateLimit();
        limit.ifPresent(log::limited);
        Optional<Duration> pause =
                answer.statusCode() == RetryPolicy.TOO_MANY
                        ? RetryPolicy.asked(answer)
                        : limit.flatMap(RateLimit::exhausted);
        pause.map(time -> time.compareTo(LONGEST_PAUSE) < 0 ? time : LONGEST_PAUSE)
                .ifPresent(time -> channel.pace().pauseUntil(System.nanoTime() + time.toNanos()));
    }

    private void settle(Pass pass, @Nullable CallResult outcome) {
        switch (outcome) {
            case Answered it when it.isFailing() ->
                    failed(pass, "It answered HTTP " + it.answer().statusCode() + ".");
            case Answered _ -> channel.circuit().succeeded();
            case Unanswered it when it.hostFailed() ->
                    failed(pass, String.valueOf(it.failure().getMessage()));
            case Unanswered _ -> channel.circuit().abandoned(pass, System.nanoTime());
            case null -> channel.circuit().abandoned(pass, System.nanoTime());
        }
    }

    private void failed(Pass pass, String why) {
        if (channel.circuit().failed(pass, System.nanoTime(), why)) {
            LOG.log(
                    Level.WARNING,
                    () ->
                            "account "
                                    + channel.account()
                                    + ": calls to "
                                    + channel.host()
                                    + " are suspended for a while, it failed several times in a"
                                    + " row: "
                                    + why);
        }
    }

    private VendorException suspended() {
        CircuitBreaker circuit = channel.circuit();
        long seconds = circuit.left(System.nanoTime()).plusNanos(999_999_999).toSeconds();
        String until =
                seconds > 0 ? "for another " + seconds + " s" : "until a first one is answered";
        return new VendorException(
                VendorException.Kind.UNAVAILABLE,
                "Calls to "
                        + channel.host()
                        + " are suspended "
                        + until
                        + ", because it failed several times in a row: "
                        + circuit.why());
    }
}
