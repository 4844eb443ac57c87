package io.convene.bench;

import io.convene.bench.load.Load;
import io.convene.bench.process.CpuTime;

/**
 * One row in one round.
 *
 * @param load the load as callers saw it
 * @param spent the CPU time of its processes meanwhile
 */
record Sample(Load load, CpuTime spent) {
    double perSecond() {
        return load.perSecond();
    }

    /** Milliseconds of CPU time for one request. */
    double cpu() {
        return spent.total() / load.requests();
    }

    /** The part of it that the kernel took, in percent. */
    double kernelShare() {
        return 100 * spent.kernel() / spent.total();
    }

    double p50() {
        return load.p50();
    }

    double p99() {
        return load.p99();
    }

    double kilobytes() {
        return load.bytes() / 1000.0 / load.requests();
    }
}
