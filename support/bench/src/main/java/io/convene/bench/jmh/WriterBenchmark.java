package io.convene.bench.jmh;

import io.convene.launcher.api.answer.ArraySink;
import io.convene.launcher.api.answer.UnifiedForm;
import io.convene.launcher.http.JsonBuffer;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The last step of a page: from mapped interviews to the answer's bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriterBenchmark {
    /** Writing every interview of the page with its remote_data. */
    @Benchmark
    public int write(PageState state) {
        JsonBuffer out = new JsonBuffer();
        ArraySink sink = new ArraySink(out, new UnifiedForm(Set.of()));
        for (int i = 0; i < state.items().size(); i++) {
            sink.accept(state.items().get(i), state.drafts().get(i));
        }
        int size = out.size();
        out.release();
        return size;
    }
}
