package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;

import org.junit.jupiter.api.Test;

import java.util.Set;

class SupportTests {
    private final Support support =
            Support.builder()
                    .vendor(Filter.CREATED_AT, Filter.UPDATED_AT)
                    .local(Filter.START_AT)
                    .localBeside(Filter.CREATED_AT, Filter.UPDATED_AT)
                    .required(Filter.CREATED_AT)
                    .vendor(Filter.APPLICATION_ID)
                    .most(Filter.APPLICATION_ID, 50)
                    .fields(Field.LOCATION)
                    .expands(Field.CANDIDATE)
                    .build();

    @Test
    void saysWhoEvaluatesAFilter() {
        assertThat(support.treatment(Filter.CREATED_AT, Set.of(Filter.CREATED_AT)))
                .contains(Support.Treatment.VENDOR);
        assertThat(
                        support.treatment(
                                Filter.CREATED_AT, Set.of(Filter.CREATED_AT, Filter.UPDATED_AT)))
                .contains(Support.Treatment.LOCAL);
        assertThat(support.treatment(Filter.START_AT, Set.of())).contains(Support.Treatment.LOCAL);
        assertThat(support.treatment(Filter.CANDIDATE_ID, Set.of())).isEmpty();
    }

    @Test
    void tellsFieldsThatComeByThemselvesFromThoseThatCost() {
        assertThat(support.fields())
                .contains(Field.ID, Field.REMOTE_DATA, Field.LOCATION, Field.CANDIDATE);
        assertThat(support.fills(Field.LOCATION)).isTrue();
        assertThat(support.fills(Field.CANDIDATE)).isFalse();
        assertThat(support.expands()).containsExactly(Field.CANDIDATE);
    }
}
