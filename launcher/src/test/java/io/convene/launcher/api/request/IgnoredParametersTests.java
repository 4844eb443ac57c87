package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;

import org.junit.jupiter.api.Test;

class IgnoredParametersTests {
    private static final ApiException REFUSAL = new ApiException(400, "no");
    private final IgnoredParameters ignored = new IgnoredParameters(Compatibility.ORIGINAL);

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
        ignored.pass("sort_by[created_at]", REFUSAL);
        ignored.replace("limit", 500, REFUSAL);
        ignored.pass("sort_by[created_at]", REFUSAL);

        assertThat(ignored.receipt()).isEqualTo("\"sort_by[created_at]\", \"limit\";used=500");
    }

    @Test
    void writesWhatCallersInventAsTheStandardWantsIt() {
        ignored.pass("a\"b\\", REFUSAL);
        ignored.pass("größe%", REFUSAL);
        ignored.pass("x".repeat(2_000), REFUSAL);

        assertThat(ignored.receipt())
                .isEqualTo("\"a\\\"b\\\\\", %\"gr%c3%b6%c3%9fe%25\", \"" + "x".repeat(80) + '"');
    }

    @Test
    void keepsTheReceiptShort() {
        for (int i = 0; i < 400; i++) {
            ignored.pass("p" + i, REFUSAL);
        }
        String[] members = ignored.receipt().split(", ");

        assertThat(ignored.receipt()).hasSizeBetween(900, 1024).startsWith("\"p0\", \"p1\", ");
        assertThat(members[members.length - 1]).isEqualTo("more;count=" + (401 - members.length));
    }

    @Test
    void keepsTheReceiptShortWhateverTheNamesAre() {
        for (int i = 0; i < 40; i++) {
            ignored.pass(i + "ö".repeat(90), REFUSAL);
        }

        assertThat(ignored.receipt()).hasSizeLessThanOrEqualTo(1024).endsWith("more;count=38");
    }
}
