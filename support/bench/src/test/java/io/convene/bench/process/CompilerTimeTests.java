package io.convene.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

class CompilerTimeTests {
    @Test
    void keepsTheTimeOfThreadsThatHaveEnded() {
        Deque<List<String>> looks = new ArrayDeque<>();
        looks.add(List.of(stat(17, "C2 CompilerThre", 20), stat(19, "G1 Main Marker", 70)));
        looks.add(List.of(stat(18, "C1 CompilerThre", 5)));
        looks.add(List.of(stat(18, "C1 CompilerThre", 9)));
        CompilerTime time = new CompilerTime(looks::remove);

        time.look();

        assertThat(time.lap()).isEqualTo(250);
        assertThat(time.lap()).isEqualTo(40);
    }

    private static String stat(int thread, String name, int ticks) {
        return "%d (%s) S 1 1 1 0 -1 4194304 100 0 0 0 %d 0 0 0 20 0 30 0 1 1 1"
                .formatted(thread, name, ticks);
    }
}
