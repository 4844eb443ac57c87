package io.convene.launcher.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ErrorBody;
import io.convene.launcher.http.JsonBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class VendorErrorsTests {
    @ParameterizedTest
    @CsvSource({
        "BAD_CREDENTIALS, 401, 401, remote_error",
        "NOT_ALLOWED, 403, 403, forbidden_error",
        "RATE_LIMITED, 429, 429, rate_limit_error",
        "NOT_FOUND, 404, 404, remote_error",
        "REJECTED, 422, 422, remote_error",
        "BAD_CURSOR, 200, 400, remote_error",
        "UNUSABLE_ANSWER, 200, 502, remote_error",
        "UNAVAILABLE, 500, 502, remote_error"
    })
    void saysInTheInsightWhatKindOfFailureItIs(
            Kind kind, int vendorStatus, int status, String insight) {
        Item body =
                body(
                        VendorErrors.of(
                                VendorFailure.of(
                                        new VendorException(kind, "No."), answer(vendorStatus))));

        assertThat(body.text("statusCode").string()).isEqualTo(Integer.toString(status));
        assertThat(body.text("truto_is_remote_error").is("true")).isTrue();
        assertThat(body.at("raw_response").text("said").is("no")).isTrue();
        assertThat(body.at("truto_error_insight").at(insight).text("description").isPresent())
                .isTrue();
    }

    @Test
    void givesTheScopesThatAreMissingTheirPlaceThoughNoVendorNamesThem() {
        ApiException error =
                VendorErrors.of(
                        VendorFailure.of(
                                new VendorException(Kind.NOT_ALLOWED, "No."), answer(403)));

        Item scopes =
                body(error)
                        .at("truto_error_insight")
                        .at("forbidden_error")
                        .at("value")
                        .at("missing_scopes");
        assertThat(scopes.isArray()).isTrue();
        assertThat(scopes.each()).isEmpty();
    }

    @Test
    void tellsOurOwnPacingFromTheVendorsRefusal() {
        VendorException limited =
                VendorException.rateLimited("Later.", Optional.of(Duration.ofSeconds(7)));
        ApiException paced = VendorErrors.of(VendorFailure.of(limited));
        ApiException refused = VendorErrors.of(VendorFailure.of(limited, answer(429)));

        assertThat(body(paced).text("truto_is_remote_error").isPresent()).isFalse();
        assertThat(body(refused).text("truto_is_remote_error").isPresent()).isTrue();
        for (ApiException error : List.of(paced, refused)) {
            assertThat(error.status()).isEqualTo(429);
            assertThat(error.headers()).containsEntry("Retry-After", "7");
            assertThat(body(error).at("truto_error_insight").at("rate_limit_error").isPresent())
                    .isTrue();
        }
    }

    @Test
    void doesNotBlameTheVendorForACursorThatItsBundleCannotRead() {
        ApiException error =
                VendorErrors.of(
                        VendorFailure.of(new VendorException(Kind.BAD_CURSOR, "Start again.")));

        assertThat(error.status()).isEqualTo(400);
        assertThat(body(error).at("truto_is_remote_error").isPresent()).isFalse();
        assertThat(body(error).at("truto_error_insight").isPresent()).isFalse();
    }

    @Test
    void namesTheParametersThatAreMissing() {
        Item missing =
                body(new ApiException(400, "No.").missingParameters(List.of("candidate_id")))
                        .at("truto_error_insight")
                        .at("missing_required_query_parameters");

        assertThat(missing.each("value")).hasSize(1);
        assertThat(missing.each("value").getFirst().text().is("candidate_id")).isTrue();
    }

    @Test
    void addsNothingToAnErrorOfOurOwn() {
        assertThat(body(new ApiException(429, "Slower.")).at("truto_error_insight").isPresent())
                .isFalse();
    }

    private static VendorResponse answer(int status) {
        return VendorResponse.of(status, Map.of(), "{\"said\":\"no\"}".getBytes(UTF_8));
    }

    private static Item body(ApiException error) {
        JsonBuffer buffer = ErrorBody.of(error);
        return Item.parse(buffer.toByteArray());
    }
}
