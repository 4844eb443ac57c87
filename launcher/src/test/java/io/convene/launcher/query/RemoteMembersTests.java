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
                .containsExactly(Map.entry("a[0]", "null"));
    }

    private static Map<String, Object> body(Map<String, String> members) {
        VendorRequest request =
                VendorRequest.post("https://a.example/list").json("limit", 7).build();
        return RemoteMembers.merge(request, members).json().orElseThrow();
    }
}
