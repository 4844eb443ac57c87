package io.convene.sandbox;

import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.StandIn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Faults to come, in the order in which they were asked for; a call is struck by one at most.
 * Thread-safe.
 */
final class FaultQueue {

    private final StandIns standIns;
    private final List<Pending> pending = new ArrayList<>();

    private static final class Pending {
        private final Fault fault;
        private int skip;
        private int left;

        Pending(Fault fault) {
            this.fault = fault;
            this.skip = fault.skip();
            this.left = fault.count();
        }
    }

    FaultQueue(StandIns standIns) {
        this.standIns = standIns;
    }

    synchronized void add(Fault fault) {
        StandIn standIn =
                standIns.find(fault.integration())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "integration is \"%s\", expected one of %s"
                                                .formatted(fault.integration(), standIns.names())));
        Optional<PageFault> twist = fault.kind().twist();
        boolean able =
                twist.map(standIn.twists()::contains)
                        .orElse(fault.kind() != Fault.Effect.TOKEN_EXPIRY || standIn.hasTokens());
        if (!able) {
            throw new IllegalArgumentException(
                    fault.integration() + " cannot show " + fault.kind().text());
        }
        pending.add(new Pending(fault));
    }

    /** The fault that strikes this call. */
    synchronized Optional<Fault> take(StandIn standIn, IncomingCall call) {
        for (Iterator<Pending> faults = pending.iterator(); faults.hasNext(); ) {
            Pending next = faults.next();
            if (!matches(next.fault, standIn, call)) {
                continue;
            }
            if (next.skip > 0) {
                next.skip--;
                continue;
            }
            next.left--;
            if (next.left == 0) {
                faults.remove();
            }
            return Optional.of(next.fault);
        }
        return Optional.empty();
    }

    private boolean matches(Fault fault, StandIn standIn, IncomingCall call) {
        boolean listed = fault.kind().twist().isEmpty() || standIn.isList(call.path());
        return listed
                && standIns.find(fault.integration()).equals(Optional.of(standIn))
                && call.path().startsWith(fault.path());
    }

    /** The faults that have not occurred yet. */
    synchronized List<Fault> pending() {
        return pending.stream().map(one -> one.fault.times(one.left).after(one.skip)).toList();
    }

    synchronized void clear() {
        pending.clear();
    }
}
