package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTests {
    @Test
    void tellsTheGoalFromWhatMustBe() {
        Goal goal = Goal.atLeast("requests", 3, 4);

        assertThat(goal.judge(new Spread(4.1, 4, 5))).endsWith(": goal met");
        assertThat(goal.judge(new Spread(3.5, 3, 5))).endsWith(": met");
        assertThat(goal.judge(new Spread(2.9, 2, 5))).endsWith(": **not met**");
    }

    @Test
    void holdsCostsBelowTheirBound() {
        Goal goal = Goal.milliseconds("added", 1);

        assertThat(goal.judge(new Spread(1, 0, 2))).endsWith(": met");
        assertThat(goal.judge(new Spread(1.1, 0, 2))).endsWith(": **not met**");
    }
}
