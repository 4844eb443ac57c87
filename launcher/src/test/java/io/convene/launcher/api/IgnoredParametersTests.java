package io.convene.launcher.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.config.Compatibility;

import org.junit.jupiter.api.Test;

class IgnoredParametersTests {
    private static final ApiException REFUSAL = new ApiException(400, "no");
    private final IgnoredParameters unheeded = new IgnoredParameters(Compatibility.ORIGINAL);

    @Test
    void refusesEverythingWhenItIsStrict() {
        IgnoredParameters strict = new IgnoredParameters(Compatibility.STRICT);

        assertThatThrownBy(() -> strict.pass("a", REFUSAL)).isSameAs(REFUSAL);
        assertThatThrownBy(() -> strict.replace("a", 1, REFUSAL)).isSameAs(REFUSAL);
        assertThatThrownBy(() -> strict.refuseIfStrict(REFUSAL)).isSameAs(REFUSAL);
        assertThat(strict.receipt()).isEmpty();
    }

    @Test
    void listsWhatItPassedOverOnceAndInOrder() {
        unheeded.pass("sort_by[created_at]", REFUSAL);
        unheeded.replace("limit", 500, REFUSAL);
        unheeded.pass("sort_by[created_at]", REFUSAL);

        assertThat(unheeded.receipt()).isEqualTo("\"sort_by[created_at]\", \"limit\";used=500");
    }

    @Test
    void writesWhatCallersInventAsTheStandardWantsIt() {
        unheeded.pass("a\"b\\", REFUSAL);
        unheeded.pass("größe%", REFUSAL);
        unheeded.pass("x".repeat(2_000), REFUSAL);

        assertThat(unheeded.receipt())
                .isEqualTo("\"a\\\"b\\\\\", %\"gr%c3%b6%c3%9fe%25\", \"" + "x".repeat(80) + '"');
    }

    @Test
    void keepsTheReceiptShort() {
        for (int i = 0; i < 400; i++) {
            unheeded.pass("p" + i, REFUSAL);
        }
        String[] members = unheeded.receipt().split(", ");

        assertThat(unheeded.receipt()).hasSizeBetween(900, 1024).startsWith("\"p0\", \"p1\", ");
        assertThat(members[members.length - 1]).isEqualTo("more;count=" + (401 - members.length));
    }

    @Test
    void keepsTheReceiptShortWhateverTheNamesAre() {
        for (int i = 0; i < 40; i++) {
            unheeded.pass(i + "ö".repeat(90), REFUSAL);
        }

        assertThat(unheeded.receipt()).hasSizeLessThanOrEqualTo(1024).endsWith("more;count=38");
    }
}
