package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convene.core.spi.Connection;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

class CeipalTokenTests {
    private final CeipalProvider provider = new CeipalProvider();

    @Test
    void logsInWithReferencesToTheCredentials() {
        VendorRequest request = request(false);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.fullUrl()).isEqualTo("https://api.ceipal.com/v2/createAuthtoken/");
        assertThat(request.isAnonymous()).isTrue();
        assertThat(request.headers()).containsEntry("Accept", "application/json");
        Map<String, Object> body = request.json().orElseThrow();
        assertThat(body).containsOnlyKeys("email", "password", "apiKey", "json");
        assertSecret(body.get("email"), "email");
        assertSecret(body.get("password"), "password");
        assertSecret(body.get("apiKey"), "api_key");
        assertThat(body).containsEntry("json", 1);
    }

    @Test
    void namesTheKeyAsVersionOneDoes() {
        VendorRequest request = request(false, "api_version", "v1");

        assertThat(request.url()).isEqualTo("https://api.ceipal.com/v1/createAuthtoken/");
        assertThat(request.json().orElseThrow())
                .containsOnlyKeys("email", "password", "api_key", "json");
    }

    @Test
    void renewsWithTheHeldTokenInAHeaderOfItsOwn() {
        VendorRequest request = request(true, "base_url", "http://127.0.0.1:9/ceipal/");

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.fullUrl()).isEqualTo("http://127.0.0.1:9/ceipal/v2/refreshToken/");
        assertThat(request.isAnonymous()).isTrue();
        assertThat(request.json()).isEmpty();
        assertThat(request.headers()).doesNotContainKey("Authorization");
        assertThat(request.headers().get("Token"))
                .isInstanceOfSatisfying(
                        Secret.class,
                        secret -> assertThat(secret.form()).isEqualTo(Secret.Form.HELD_TOKEN));
    }

    @Test
    void readsHowLongATokenHoldsFromItsOwnClaims() {
        String jwt = jwt("{\"user_id\":\"u\",\"iat\":1650000000,\"exp\":1650001800}");

        Token token = token("{\"access_token\":\"" + jwt + "\",\"refresh_token\":\"r\"}");

        assertThat(token.value()).isEqualTo(jwt);
        assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void countsFromNowWhereATokenDoesNotSayWhenItWasIssued() {
        assertThat(token("{\"access_token\":\"" + jwt("{\"exp\":1650001800}") + "\"}").lifetime())
                .isEqualTo(Duration.ofSeconds(800));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iat\":1650001800}",
                "{\"exp\":null}",
                "[]",
                "no json",
                "",
            })
    void trustsATokenThatSaysNothingForAnHour(String claims) {
        assertThat(token("{\"access_token\":\"" + jwt(claims) + "\"}").lifetime())
                .isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":1650001000}",
                "{\"iat\":1650001800,\"exp\":1650001800}",
                "{\"iat\":1650001800,\"exp\":1650000000}",
                "{\"iat\":\"then\",\"exp\":1650001800}",
                "{\"iat\":1650001800,\"exp\":\"later\"}",
                "{\"exp\":true}",
                "{\"exp\":-1}",
            })
    void trustsATokenWithUnusableClaimsForAShortTime(String claims) {
        assertThat(token("{\"access_token\":\"" + jwt(claims) + "\"}").lifetime())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void readsXmlWithAByteOrderMark(String encoding) {
        String xml = "\ufeff<root><access_token>t</access_token></root>";
        VendorResponse response =
                VendorResponse.of(200, Map.of(), xml.getBytes(Charset.forName(encoding)));

        assertThat(provider.token(response, connection()).value()).isEqualTo("t");
    }

    @Test
    void readsJsonWithAByteOrderMark() {
        assertThat(token("\ufeff{\"access_token\":\"t\"}").value()).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.%%%.c", "a.b.c.d", "..", "a.Zg.c"})
    void trustsATokenThatIsNoJwtForAnHour(String value) {
        Token token = token("{\"access_token\":\"" + value + "\",\"message\":\"Success\"}");

        assertThat(token.value()).isEqualTo(value);
        assertThat(token.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<root><access_token>TOKEN</access_token><refresh_token>r</refresh_token></root>",
                "<?xml version=\"1.0\"?>\n<root><!-- x --><access_token> TOKEN </access_token></root>",
                "\n <root><data><access_token><![CDATA[TOKEN]]></access_token></data></root>",
            })
    void readsAnAnswerInXml(String xml) {
        String jwt = jwt("{\"iat\":100,\"exp\":160}");

        Token token = token(xml.replace("TOKEN", jwt));

        assertThat(token.value()).isEqualTo(jwt);
        assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE root [<!ENTITY t \"x\">]><root><access_token>&t;</access_token></root>",
                "<!DOCTYPE root [<!ENTITY t SYSTEM \"file:///etc/hostname\">]>"
                        + "<root><access_token>&t;</access_token></root>",
                "<!DOCTYPE root SYSTEM \"http://127.0.0.1:9/x.dtd\">"
                        + "<root><access_token>x</access_token></root>",
                "<!DOCTYPE root><root><access_token>x</access_token></root>",
                "<root><access_token>&undeclared;</access_token></root>",
                "<root><access_token>x",
                "<html><body>Welcome<br></body></html>",
                "<root><refresh_token>r</refresh_token></root>",
                "{\"refresh_token\":\"r\"}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":null}",
                "{\"access_token\":true}",
                "[]",
                "",
            })
    void refusesAnAnswerWithoutAToken(String body) {
        assertThat(failure(200, body).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"message\":\"The provided API Key is not matched, please contact you"
                        + " administrator and get back.\"} | BAD_CREDENTIALS",
                "400 | {\"message\":\"Invalid parameters or filters.\"} | REJECTED",
                "401 | {\"message\":\"Unauthorized\"} | BAD_CREDENTIALS",
                "403 | {\"message\":\"Invalid credentials or token, Please provide valid Access"
                        + " Token\"} | BAD_CREDENTIALS",
                "403 | {\"message\":\"Your company access is temporarily disabled.\"} | NOT_ALLOWED",
                "403 | <root><message>Invalid credentials</message></root> | BAD_CREDENTIALS",
                "200 | <root><message>Invalid credentials</message></root> | BAD_CREDENTIALS",
                "200 | {\"status\":401,\"message\":\"Wrong password\"} | BAD_CREDENTIALS",
                "200 | {\"message\":\"Something odd\"} | REJECTED",
                "404 | <html><body>no such page<br></body></html> | NOT_FOUND",
                "429 | {\"message\":\"Request limit exceeded.\"} | RATE_LIMITED",
                "502 | <html>Bad Gateway</html> | UNAVAILABLE",
            })
    void saysWhyThereIsNoToken(int status, String body, Kind kind) {
        assertThat(failure(status, body).kind()).isEqualTo(kind);
    }

    private VendorRequest request(boolean renewal, String... settings) {
        return provider.tokenRequest(connection(settings), renewal);
    }

    private static Connection connection(String... settings) {
        return Connection.of(
                Ceipal.settings(settings),
                Set.of("email", "password", "api_key"),
                "password",
                Instant.ofEpochSecond(1_650_001_000));
    }

    private Token token(String body) {
        return provider.token(Ceipal.answer(200, body), connection());
    }

    private VendorException failure(int status, String body) {
        return catchThrowableOfType(
                VendorException.class,
                () -> provider.token(Ceipal.answer(status, body), connection()));
    }

    private static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl";
    }

    private static void assertSecret(Object value, String credential) {
        assertThat(value)
                .isInstanceOfSatisfying(
                        Secret.class,
                        secret -> {
                            assertThat(secret.form()).isEqualTo(Secret.Form.PLAIN);
                            assertThat(secret.first()).isEqualTo(credential);
                        });
    }
}
