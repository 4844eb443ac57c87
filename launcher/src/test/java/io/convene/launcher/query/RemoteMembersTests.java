package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RemoteMembersTests {
    @Test
    void putsJsonsOwnWordsAndNumbersIntoABodyAsSuch() {
        assertThat(body(Map.of("a", "1E5", "b", "true", "c", "null", "d", "01", "e", "x")))
                .containsEntry("a", new BigDecimal("1E5"))
                .containsEntry("b", true)
                .containsEntry("c", Optional.empty())
                .containsEntry("d", "01")
                .containsEntry("e", "x");
    }

    @Test
    void putsNumberedMembersIntoABodyAsAnArray() {
        Map<String, String> members =
                Map.of("a[0]", "x", "a[1]", "y", "b[c][0][d]", "z", "e[1]", "without the first");

        assertThat(body(members))
                .containsEntry("a", List.of("x", "y"))
                .containsEntry("b", Map.of("c", List.of(Map.of("d", "z"))))
                .containsEntry("e", Map.of("1", "without the first"));
    }

    @Test
    void keepsWhatTheBundleStates() {
        assertThat(body(Map.of("a", "x"))).containsEntry("limit", 7);
    }

    @Test
    void putsEverythingElseIntoTheQueryAsItIs() {
        VendorRequest request = VendorRequest.get("https://a.example/list").build();

        assertThat(RemoteMembers.merge(request, Map.of("a[0]", "null")).query())
                .containsExactly(Map.entry("a[0]", List.of("null")));
    }

    @Test
    void sendsNumbersAndTruthsInABodyAsSuch() {
        assertThat(member("-12.50E+3")).isEqualTo(new BigDecimal("-12.50E+3"));
        assertThat(member("true")).isEqualTo(true);
        assertThat(member("007")).isEqualTo("007");
    }

    @Test
    void sendsANumberThatNoNumberTypeHoldsAsText() {
        assertThat(member("1e99999999999")).isEqualTo("1e99999999999");
        assertThat(member("1E-2147483648")).isEqualTo("1E-2147483648");
        assertThat(member("9".repeat(100))).isEqualTo("9".repeat(100));
    }

    @Test
    void nestsWhatIsInBrackets() {
        assertThat(body(Map.of("a[b]", "1")))
                .containsEntry("a", Map.of("b", new BigDecimal(1)))
                .containsEntry("limit", 7);
    }

    private static Object member(String value) {
        return body(Map.of("n", value)).get("n");
    }

    private static Map<String, Object> body(Map<String, String> members) {
        VendorRequest request =
                VendorRequest.post("https://a.example/list").json("limit", 7).build();
        return RemoteMembers.merge(request, members).json().orElseThrow();
    }
}
