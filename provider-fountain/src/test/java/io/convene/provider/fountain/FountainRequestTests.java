package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class FountainRequestTests {
    @Test
    void asksForOneCandidateByPath() {
        assertThat(request(Fountain.ask("0123-a").build()))
                .hasToString("GET https://api.fountain.com/v2/applicants/0123-a/booked_slots");
    }

    @Test
    void asksForSeveralCandidatesAtOnce() {
        VendorRequest request = request(Fountain.ask("a", "b/c", "a").build());
        assertThat(request).hasToString("POST https://api.fountain.com/v2/applicants/booked_slots");
        assertThat(request.json().orElseThrow()).containsEntry("ids", List.of("a", "b/c"));
    }

    @ParameterizedTest
    @CsvSource({"a/b?c,a%2Fb%3Fc", "ä b,%C3%A4%20b", "../users,..%2Fusers", "%2e,%252e"})
    void keepsAnIdWithinItsPartOfThePath(String id, String part) {
        assertThat(request(Fountain.ask(id).build()).fullUrl())
                .endsWith("/v2/applicants/" + part + "/booked_slots");
    }

    @ParameterizedTest
    @CsvSource({".", "..", "..."})
    void putsAnIdThatWouldChangeThePathIntoTheBody(String id) {
        VendorRequest request = request(Fountain.ask(id).build());
        assertThat(request.url()).endsWith("/v2/applicants/booked_slots");
        assertThat(request.json().orElseThrow()).containsEntry("ids", List.of(id));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.fountain.com/v2, https://api.fountain.com/v2",
        "https://api.fountain.com/v2/, https://api.fountain.com/v2",
        "https://api.fountain.com, https://api.fountain.com/v2",
        "https://us-2.fountain.com/api/v2, https://us-2.fountain.com/api/v2",
        "https://acme.fountain.com/, https://acme.fountain.com/api/v2",
        "https://services.fountain.com/api/servicehire/v2, https://services.fountain.com/api/servicehire/v2",
        "https://services.fountain.com, https://services.fountain.com/api/servicehire/v2",
        "http://127.0.0.1:8081, http://127.0.0.1:8081",
        "http://127.0.0.1:8081/fountain/v2, http://127.0.0.1:8081/fountain/v2"
    })
    void knowsTheFormsOfABaseUrl(String setting, String base) {
        Query query =
                Query.builder(Fountain.settings("base_url", setting))
                        .values(Filter.CANDIDATE_ID, List.of("a"))
                        .build();
        assertThat(request(query).fullUrl()).isEqualTo(base + "/applicants/a/booked_slots");
    }

    @Test
    void refusesToAskWithoutACandidate() {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> request(Query.builder(Fountain.settings()).build()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED))
                .withMessageContaining("candidate_id");
    }

    @Test
    void knowsNoPositionButTheStart() {
        for (Position position : List.of(Position.of(1, 0, "x"), Position.of(1, 1, ""))) {
            assertThatExceptionOfType(VendorException.class)
                    .isThrownBy(
                            () -> Fountain.INTERVIEWS.request(Fountain.ask("a").build(), position))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.BAD_CURSOR));
        }
    }

    private static VendorRequest request(Query query) {
        return Fountain.INTERVIEWS.request(query, Position.start());
    }
}
