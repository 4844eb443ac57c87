package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.spi.TimeRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class TimeFilterTests {
    private static final Instant USUAL = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "lte, 9999-12-31",
        "eq, 9999-12-31",
        "lt, 9999-12-31T23:59:59-01:00",
        "gt, 9999-12-31",
        "gte, 9999-12-31T23:59:59-01:00",
        "gte, 0000-01-01",
        "gte, 0001-01-01T00:00:00+01:00",
        "lt, 0000-06-01"
    })
    void givesBundlesYearsOfFourDigitsOnly(String operator, String value) {
        TimeRange range = range(operator, value);

        assertThat(range.from().orElse(USUAL)).isBetween(FIRST, LAST);
        assertThat(range.to().orElse(USUAL)).isBetween(FIRST, LAST);
    }

    @Test
    void keepsWhatSuchABoundMeans() {
        assertThat(range("lte", "9999-12-31").contains(USUAL)).isTrue();
        assertThat(range("lte", "9999-12-31").contains(LAST)).isTrue();
        assertThat(range("eq", "9999-12-31").contains(LAST)).isTrue();
        assertThat(range("eq", "9999-12-31").contains(USUAL)).isFalse();
        assertThat(range("gt", "9999-12-31").contains(LAST)).isFalse();
        assertThat(range("gt", "9999-12-30").contains(LAST)).isTrue();
        assertThat(range("gte", "0000-01-01").contains(FIRST)).isTrue();
        assertThat(range("lt", "0000-06-01").contains(FIRST)).isFalse();
    }

    private static TimeRange range(String operator, String value) {
        return TimeFilter.narrow(
                TimeRange.all(),
                Filter.CREATED_AT,
                operator,
                value,
                "created_at[" + operator + "]");
    }
}
