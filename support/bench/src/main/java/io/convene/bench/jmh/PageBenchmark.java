package io.convene.bench.jmh;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Page;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

import java.util.concurrent.TimeUnit;

/** The steps of a page before it is written. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageBenchmark {
    /** The item view: from the vendor's bytes to a page of items. */
    @Benchmark
    public Page view(PageState state) {
        return state.page();
    }

    /** Mapping every item of the page. */
    @Benchmark
    public void map(PageState state, Blackhole hole) {
        InterviewDraft draft = InterviewDraft.empty();
        for (Item item : state.items()) {
            draft.clear();
            state.map(item, draft);
            hole.consume(draft);
        }
    }
}
