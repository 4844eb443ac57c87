package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Support;
import io.convene.core.spi.Support.Treatment;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class FountainProviderTests {
    private static final Support SUPPORT = Fountain.INTERVIEWS.support(Fountain.settings());
    private static final Connection CONNECTION =
            Connection.of(
                    Fountain.settings(),
                    Set.of("client_id", "client_secret"),
                    "oauth2_client_credentials",
                    Instant.EPOCH);

    @Test
    void carriesItsIdWhereNoCodeMustRun() throws IOException {
        try (InputStream in =
                FountainProvider.class.getResourceAsStream("/META-INF/convene/provider.json")) {
            assertThat(Item.parse(in.readAllBytes()).text("id").string()).isEqualTo("fountain");
        }
    }

    @Test
    void prefersTheApiKeyToClientCredentials() {
        List<Authentication> ways = Fountain.PROVIDER.descriptor().authentications();
        assertThat(ways)
                .extracting(Authentication::name)
                .containsExactly("api_key", "oauth2_client_credentials");
        assertThat(ways.getFirst().required()).containsExactly("api_key");
        assertThat(ways.getFirst().header()).contains("X-ACCESS-TOKEN");
        assertThat(ways.getFirst().value().orElseThrow())
                .hasToString(Secret.of("api_key").toString());
        assertThat(ways.getLast().required()).containsExactly("client_id", "client_secret");
        assertThat(ways.getLast().isToken()).isTrue();
    }

    @Test
    void asksTheGatewayForAToken() {
        VendorRequest request = Fountain.PROVIDER.tokenRequest(CONNECTION, false);
        assertThat(request)
                .hasToString(
                        "POST https://services.fountain.com/api/servicesecurity/processes/apikey/oauth/token");
        assertThat(request.isAnonymous()).isTrue();
        assertThat(request.headers().get("Authorization"))
                .hasToString(Secret.basic("client_id", "client_secret").toString());
        assertThat(request.form().orElseThrow())
                .isEqualTo(Map.of("grant_type", "client_credentials", "scopes", "employer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"access_token\":\"t\",\"expires_in\":3600} | PT1H",
                "{\"access_token\":\"t\",\"expires_in\":\"600\"} | PT10M",
                "{\"access_token\":\"t\"} | PT55M",
                "{\"access_token\":\"t\",\"expires_in\":null} | PT55M",
                "{\"access_token\":\"t\",\"expires_in\":0} | PT5M",
                "{\"access_token\":\"t\",\"expires_in\":\"soon\"} | PT5M",
                "{\"access_token\":\"t\",\"expires_in\":{}} | PT5M"
            })
    void readsATokenAndHowLongItHolds(String body, Duration lifetime) {
        Token token = Fountain.PROVIDER.token(Fountain.answer(200, body), CONNECTION);
        assertThat(token.value()).isEqualTo("t");
        assertThat(token.lifetime()).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | {\"error\":\"invalid_client\"} | BAD_CREDENTIALS",
                "400 | {\"message\":\"Bad key\"} | BAD_CREDENTIALS",
                "400 | <html>Bad Request</html> | REJECTED",
                "400 | {\"error\":\"unsupported_grant_type\"} | REJECTED",
                "403 | <html>blocked</html> | NOT_ALLOWED",
                "503 | ~~ | UNAVAILABLE",
                "200 | {\"access_token\":true} | UNUSABLE_ANSWER",
                "200 | {\"token\":\"t\"} | UNUSABLE_ANSWER",
                "200 | <html> | UNUSABLE_ANSWER"
            })
    void saysWhyThereIsNoToken(int status, String body, Kind kind) {
        VendorResponse response = Fountain.answer(status, body);
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Fountain.PROVIDER.token(response, CONNECTION))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void saysThatItIsTheClientThatWasRefused() {
        VendorResponse response = Fountain.answer(401, "{\"error\":\"invalid_client\"}");
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Fountain.PROVIDER.token(response, CONNECTION))
                .withMessage(
                        "Fountain refused the OAuth client (HTTP 401): invalid_client. Check client_id and"
                                + " client_secret, and that token_url is of the same Fountain.");
    }

    @Test
    void needsCandidatesAndFiltersTheRestLocally() {
        assertThat(SUPPORT.required()).containsExactly(Filter.CANDIDATE_ID);
        assertThat(SUPPORT.most(Filter.CANDIDATE_ID)).contains(200);
        assertThat(SUPPORT.treatment(Filter.CANDIDATE_ID, Set.of())).contains(Treatment.VENDOR);
        for (Filter filter :
                List.of(
                        Filter.JOB_INTERVIEW_STAGE_ID,
                        Filter.CREATED_AT,
                        Filter.START_AT,
                        Filter.END_AT)) {
            assertThat(SUPPORT.treatment(filter, Set.of())).contains(Treatment.LOCAL);
        }
        assertThat(SUPPORT.treatment(Filter.APPLICATION_ID, Set.of())).isEmpty();
        assertThat(SUPPORT.treatment(Filter.UPDATED_AT, Set.of())).isEmpty();
    }

    @Test
    void fillsWhatFountainHas() {
        assertThat(SUPPORT.fields())
                .doesNotContain(Field.APPLICATION, Field.ORGANIZER, Field.UPDATED_AT)
                .hasSize(Field.values().length - 3);
        assertThat(SUPPORT.fills(Field.JOB_INTERVIEW_STAGE)).isTrue();
        assertThat(SUPPORT.expands()).containsExactly(Field.JOB_INTERVIEW_STAGE);
    }

    @Test
    void takesZonesThatExistAndStatusesOfInterviews() {
        assertThat(problem("time_zone", "America/Los_Angeles")).isEmpty();
        assertThat(problem("time_zone", "Pacific"))
                .hasValueSatisfying(
                        wrong -> assertThat(wrong).contains("'Pacific'", "America/Los_Angeles"));
        assertThat(problem("no_show_status", "completed")).isEmpty();
        assertThat(problem("no_show_status", "no_show"))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("'no_show'", "completed"));
    }

    private static Optional<String> problem(String setting, String value) {
        return Fountain.PROVIDER.descriptor().setting(setting).orElseThrow().problem(value);
    }
}
