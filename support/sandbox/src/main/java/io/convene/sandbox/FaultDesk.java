package io.convene.sandbox;

import io.convene.sandbox.wire.Call;
import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.Twist;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Faults to come, in the order in which they were asked for; a call is struck by one at most.
 * Thread-safe.
 */
final class FaultDesk {

    private final Map<String, StandIn> standIns;
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

    /** Stand-ins by every name they are asked for. */
    FaultDesk(Map<String, StandIn> standIns) {
        this.standIns = standIns;
    }

    synchronized void add(Fault fault) {
        StandIn standIn = standIns.get(fault.integration());
        if (standIn == null) {
            throw new IllegalArgumentException(
                    "integration is \""
                            + fault.integration()
                            + "\", expected one of "
                            + standIns.keySet());
        }
        Optional<Twist> twist = fault.kind().twist();
        boolean able =
                twist.map(standIn.twists()::contains)
                        .orElse(fault.kind() != Fault.Kind.TOKEN_EXPIRY || standIn.hasTokens());
        if (!able) {
            throw new IllegalArgumentException(
                    fault.integration() + " cannot show " + fault.kind().text());
        }
        pending.add(new Pending(fault));
    }

    /** The fault that strikes this call. */
    synchronized Optional<Fault> take(StandIn standIn, Call call) {
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

    private boolean matches(Fault fault, StandIn standIn, Call call) {
        boolean listed = fault.kind().twist().isEmpty() || standIn.isList(call.path());
        return listed
                && standIn.equals(standIns.get(fault.integration()))
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
