package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.spi.VendorException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreenhouseLookupTests {
    @Test
    void asksForOneInterviewAmongThoseOfItsId() {
        assertThat(Greenhouse.INTERVIEWS.lookup("71200934003", Greenhouse.PLAIN).orElseThrow())
                .hasToString(
                        "GET https://harvest.greenhouse.io/v3/interviews?per_page=1&ids=71200934003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,2", "-1", "12345678901234567890", "१"})
    void findsNothingUnderWhatIsNoNumber(String id) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Greenhouse.INTERVIEWS.lookup(id, Greenhouse.PLAIN))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.NOT_FOUND));
    }
}
