package io.convene.launcher.egress;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.AccountStatuses;
import io.convene.launcher.egress.auth.AccountCalls;
import io.convene.launcher.egress.auth.Redaction;
import io.convene.launcher.egress.wire.ArrivingAnswer;
import io.convene.launcher.egress.wire.CallLog;
import io.convene.launcher.egress.wire.CallRecord;
import io.convene.launcher.egress.wire.RateLimit;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The vendor of one account for one request. Everything ends by the request's deadline. Messages
 * and the bodies of answers other than 2xx are free of the account's secrets. Thread-safe.
 */
public final class AccountVendor implements VendorCalls {
    private static final int QUOTED = 200;
    private static final int READ_AHEAD = 1 << 20;

    private final Account account;
    private final ProviderHandle handle;
    private final Deadline deadline;
    private final int parallel;
    private final AccountCalls calls;
    private final CallLog log;
    private final AccountStatuses statuses;
    private final Instant now = Instant.now();
    private volatile @Nullable StopReason stopReason;

    AccountVendor(
            ProviderHandle handle, AccountCalls calls, int parallel, AccountStatuses statuses) {
        this.account = calls.identity().account();
        this.handle = handle;
        this.deadline = calls.deadline();
        this.parallel = parallel;
        this.calls = calls;
        this.log = calls.log();
        this.statuses = statuses;
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        try {
            return calls.send(request);
        } catch (VendorFailure e) {
            throw e.reason();
        }
    }

    @Override
    public VendorResponse fetch(VendorRequest request) {
        return calls.send(request);
    }

    /**
     * Sends a request and waits for the beginning of its answer; until then the contract of {@link
     * #fetch} holds. The rest arrives while it is passed on.
     *
     * @throws VendorFailure when no answer came
     */
    public ArrivingAnswer open(VendorRequest request) {
        return calls.open(request, READ_AHEAD);
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> requests) {
        return ParallelCalls.map(requests, parallel, this::send);
    }

    @Override
    public boolean renewToken() {
        return calls.renewToken();
    }

    @Override
    public boolean mayContinue() {
        @Nullable StopReason found = find();
        stopReason = found;
        return found == null;
    }

    /** Why {@link #mayContinue} returned false last, if it did. */
    public Optional<StopReason> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    private @Nullable StopReason find() {
        if (deadline.isOver()) {
            return StopReason.DEADLINE;
        }
        if (!log.hasCallsLeft()) {
            return StopReason.CALLS;
        }
        return calls.hasTurnWithin(deadline) ? null : StopReason.RATE_LIMITED;
    }

    @Override
    public void accepted() {
        statuses.accepted(account.id());
    }

    @Override
    public VendorFailure failed(VendorFailure failure) {
        VendorFailure cleaned = calls.redaction().clean(failure);
        if (cleaned.kind() == VendorException.Kind.BAD_CREDENTIALS) {
            statuses.refused(account.id(), cleaned.sentence());
        }
        return cleaned;
    }

    @Override
    public Optional<RateLimit> rateLimit() {
        return log.limit();
    }

    /** The calls made so far, token requests included, oldest first and at most 200. */
    public List<CallRecord> calls() {
        Redaction redaction = calls.redaction();
        return log.records().stream()
                .map(call ->
                        new CallRecord(
                                call.method(),
                                redaction.clean(call.url()),
                                call.status(),
                                call.duration()))
                .toList();
    }

    /** The text without the account's secrets and tokens; to be called before text is cut. */
    public String clean(String text) {
        return calls.redaction().clean(text);
    }

    /** The time that is left for this request. */
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public Optional<String> recall(String key) {
        return handle.recall(account.id(), key);
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        handle.remember(account.id(), key, value, atMost);
    }

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        try {
            return handle.bind(response.bytes(), type);
        } catch (VendorException e) {
            throw e;
        } catch (RuntimeException e) {
            String why = clean(String.valueOf(e.getMessage()));
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "The vendor's answer (HTTP "
                            + response.status()
                            + ") does not have the documented shape: "
                            + (why.length() > QUOTED ? why.substring(0, QUOTED) + "…" : why));
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String toString() {
        return "AccountVendor[" + account + "]";
    }
}
