package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Map;

class RemoteMembersTests {
    private static final VendorRequest POST =
            VendorRequest.post("https://api.example.com/list").json("limit", 10).build();

    @Test
    void sendsNumbersAndTruthsInABodyAsSuch() {
        assertThat(merged("n", "-12.50E+3")).isEqualTo(new BigDecimal("-12.50E+3"));
        assertThat(merged("n", "true")).isEqualTo(true);
        assertThat(merged("n", "007")).isEqualTo("007");
    }

    @Test
    void sendsANumberThatNoNumberTypeHoldsAsText() {
        assertThat(merged("n", "1e99999999999")).isEqualTo("1e99999999999");
        assertThat(merged("n", "1E-2147483648")).isEqualTo("1E-2147483648");
        assertThat(merged("n", "9".repeat(100))).isEqualTo("9".repeat(100));
    }

    @Test
    void nestsWhatIsInBrackets() {
        assertThat(RemoteMembers.merge(POST, Map.of("a[b]", "1")).json().orElseThrow())
                .containsEntry("a", Map.of("b", new BigDecimal(1)))
                .containsEntry("limit", 10);
    }

    private static Object merged(String name, String value) {
        return RemoteMembers.merge(POST, Map.of(name, value)).json().orElseThrow().get(name);
    }
}
