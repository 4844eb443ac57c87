package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class VendorRequestTests {
    @Test
    void encodesEveryQueryValue() {
        VendorRequest request =
                VendorRequest.get("https://api.example.com/v3/interviews")
                        .query("created_at", "gte|2026-01-01T00:00:00Z")
                        .query("name", "a b+c&d=é")
                        .query("per_page", 100)
                        .build();

        assertThat(request.fullUrl())
                .isEqualTo(
                        "https://api.example.com/v3/interviews?created_at=gte%7C2026-01-01T00%3A00%3A00Z"
                                + "&name=a%20b%2Bc%26d%3D%C3%A9&per_page=100");
    }

    @Test
    void encodesIdsAndTheCommasBetweenThemAsAllElse() {
        for (char c = ' '; c <= '~'; c++) {
            String value = "17,a_b," + c;
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");

            assertThat(VendorRequest.get("https://x").query("ids", value).build().fullUrl())
                    .isEqualTo("https://x?ids=" + encoded);
        }
    }

    @Test
    void repeatsAParameterOfSeveralValues() {
        VendorRequest request =
                VendorRequest.get("https://api.example.com/list")
                        .query("status[]", List.of("a", "b c"))
                        .query("stage", List.of("x"))
                        .query("stage", List.of())
                        .build();

        assertThat(request.fullUrl())
                .isEqualTo("https://api.example.com/list?status%5B%5D=a&status%5B%5D=b%20c");
        assertThat(request.query()).containsOnly(Map.entry("status[]", List.of("a", "b c")));
    }

    @Test
    void namesCredentialsWithoutKnowingThem() {
        VendorRequest request =
                VendorRequest.post("https://api.example.com/token")
                        .header("Authorization", Secret.basic("client_id", "client_secret"))
                        .form("sub", Secret.of("user_id"))
                        .anonymous()
                        .build();

        assertThat(request.isAnonymous()).isTrue();
        assertThat(request.headers().get("Authorization"))
                .hasToString("Secret[BASIC client_id:client_secret]");
        assertThat(request.form().orElseThrow().get("sub")).hasToString("Secret[PLAIN user_id]");
    }

    @Test
    void copiesWithoutSharing() {
        VendorRequest request =
                VendorRequest.post("https://api.example.com/list").json("limit", 5).build();
        VendorRequest copy = request.copy().json("limit", 7).query("x", "y").build();

        assertThat(request.json().orElseThrow()).containsEntry("limit", 5);
        assertThat(copy.json().orElseThrow()).containsEntry("limit", 7);
        assertThat(request.query()).isEmpty();
    }

    @Test
    void encodesASlashInsideAPathPart() {
        assertThat(VendorRequest.pathPart("a/b+c= d")).isEqualTo("a%2Fb%2Bc%3D%20d");
    }
}
