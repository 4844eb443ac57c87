package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class AnswerArraysTests {
    @Test
    void keepsALongArrayForTheNextAnswer() {
        byte[] array = AnswerArrays.take(AnswerArrays.LONGEST);
        AnswerArrays.give(array);
        assertThat(IntStream.range(0, 64).mapToObj(i -> AnswerArrays.take(AnswerArrays.LONGEST)))
                .anyMatch(taken -> taken == array);
    }

    @Test
    void givesAnArrayToOneAnswerAtATime() {
        AnswerArrays.give(new byte[AnswerArrays.LONGEST]);
        byte[] first = AnswerArrays.take(AnswerArrays.LONGEST);
        assertThat(AnswerArrays.take(AnswerArrays.LONGEST)).isNotSameAs(first);
    }

    @Test
    void keepsNeitherShortNorVeryLongArrays() {
        for (int length : new int[] {AnswerArrays.SHORTEST - 1, AnswerArrays.LONGEST + 1}) {
            byte[] array = AnswerArrays.take(length);
            assertThat(array).hasSize(length);
            AnswerArrays.give(array);
            assertThat(AnswerArrays.take(length)).isNotSameAs(array);
        }
    }
}
