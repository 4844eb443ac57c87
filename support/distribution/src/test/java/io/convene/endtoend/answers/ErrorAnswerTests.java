package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that goes wrong: the right status, one clear sentence, and no secret anywhere. */
@Timeout(120)
class ErrorAnswerTests {
    private static final String NARROW = "a-token-for-ashby-only";
    private static final String WRONG = "wrong-secret-value";
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.builder().interviews(20).start();
        site =
                Site.over(
                        sandbox,
                        folder,
                        "ashby",
                        "ceipal",
                        "fountain",
                        "greenhouse",
                        "ashby-unprivileged");
        for (String integration : new String[] {"ashby", "ceipal", "fountain", "greenhouse"}) {
            Map<String, String> credentials = new HashMap<>(sandbox.credentials(integration));
            credentials.replaceAll((name, value) ->
                    name.equals("email") || name.equals("user_id") ? value : WRONG);
            if (integration.equals("greenhouse")) {
                credentials.put("client_id", sandbox.credentials(integration).get("client_id"));
            }
            site.account(
                    "wrong-" + integration,
                    integration,
                    credentials,
                    sandbox.settings(integration));
        }
        int dead = unusedPort();
        site.allow("127.0.0.1:" + dead);
        site.account(
                "dead",
                "ashby",
                sandbox.credentials("ashby"),
                Map.of("base_url", "http://127.0.0.1:" + dead));
        site.token("narrow", NARROW, "read", site.account("ashby"));
        site.start();
    }

    @AfterAll
    static void stopAndFindNoSecretInTheLog() throws Exception {
        String log = Files.readString(site.log());
        assertThat(log).doesNotContain(WRONG, NARROW, Site.TOKEN);
        for (String connection : new String[] {"ashby", "ceipal", "fountain", "greenhouse"}) {
            Map<String, String> secrets = new HashMap<>(site.sandbox().credentials(connection));
            secrets.keySet().removeAll(java.util.Set.of("email", "user_id", "client_id"));
            assertThat(log).doesNotContain(secrets.values().toArray(String[]::new));
        }
        site.close();
    }

    @Test
    void refusesAMissingOrWrongToken() throws Exception {
        String path = "/unified/ats/interviews?integrated_account_id=" + site.account("ashby");
        for (String token : new String[] {"", "nonsense"}) {
            Answer answer = site.get(path, token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            isOneSentence(answer);
        }
    }

    @Test
    void hidesAForeignAccountLikeAnUnknownOne() throws Exception {
        String path = "/unified/ats/interviews?integrated_account_id=";
        Answer foreign = site.get(path + site.account("ceipal"), NARROW);
        Answer unknown = site.get(path + "6b0c0b43-7d59-4d6c-a7f3-1e4f5c8a7a11", NARROW);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(foreign.message().replaceAll("[0-9a-f-]{36}", "id"))
                .isEqualTo(unknown.message().replaceAll("[0-9a-f-]{36}", "id"));
    }

    @Test
    void needsNoAccountIdFromATokenOfOneAccount() throws Exception {
        Answer own = site.get("/unified/ats/interviews?limit=3", NARROW);

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.result())
                .hasSize(3)
                .allSatisfy(
                        interview -> assertThat(interview.at("remote_data").isPresent()).isFalse());
        Answer without = site.get("/unified/ats/interviews", Site.TOKEN);
        assertThat(without.status()).isEqualTo(400);
        assertThat(insight(without)).isEqualTo("integrated_account_id");
    }

    @Test
    void refusesTheAdminPagesToOrdinaryTokens() throws Exception {
        assertThat(site.get("/admin/providers", NARROW).status()).isEqualTo(403);
        assertThat(site.get("/admin/providers", "").status()).isEqualTo(401);
        assertThat(site.get("/admin/providers", Site.TOKEN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&created_at=32.13.2026|'32.13.2026'",
                "&created_at[gte]=2026-02-30|'2026-02-30'",
                "&limit=0|from 1 to 500",
                "&aplication_id=1|did you mean 'application_id'",
                "&candidate_id=1|it is for ceipal, fountain",
                "&next_cursor=AAAA|next_cursor",
                "&application_id=%FF|UTF-8"
            })
    void refusesWhatItCannotDo(String query, String words) throws Exception {
        Answer answer = site.interviews("ashby", query.replace("[", "%5B").replace("]", "%5D"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(words);
        isOneSentence(answer);
    }

    @Test
    void refusesATamperedOrForeignCursor() throws Exception {
        String cursor = site.interviews("ashby", "&limit=3").nextCursor().orElseThrow();
        String changed =
                cursor.substring(0, 30)
                        + (cursor.charAt(30) == 'A' ? 'B' : 'A')
                        + cursor.substring(31);

        assertThat(site.interviews("ashby", "&next_cursor=" + cursor).status()).isEqualTo(200);
        assertThat(site.interviews("ashby", "&next_cursor=" + changed).status()).isEqualTo(400);
        Answer foreign = site.interviews("ceipal", "&next_cursor=" + cursor);
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.message()).contains("another account");
        Answer filtered = site.interviews("ashby", "&created_at=2020-01-01&next_cursor=" + cursor);
        assertThat(filtered.status()).isEqualTo(400);
        assertThat(filtered.message()).contains("differ");
    }

    @Test
    void asksForTheCandidateThatFountainNeeds() throws Exception {
        Answer answer = site.interviews("fountain", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(insight(answer)).isEqualTo("candidate_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void saysThatTheVendorRefusedTheCredentials(String integration) throws Exception {
        Answer answer =
                site.interviews(
                        "wrong-" + integration,
                        integration.equals("fountain") ? "&candidate_id=x" : "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.json().text("truto_is_remote_error").is("true")).isTrue();
        assertThat(answer.text()).doesNotContain(WRONG);
        assertThat(insightNamed(answer, "remote_error")).contains("needs_reauth");
        assertThat(Files.readString(site.log()))
                .containsOnlyOnce(
                        "account " + site.account("wrong-" + integration) + " is needs_reauth now");
        isOneSentence(answer);
    }

    @Test
    void saysThatTheCredentialsMayNotReadThis() throws Exception {
        Answer answer = site.interviews("ashby-unprivileged", "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().text("truto_is_remote_error").is("true")).isTrue();
        assertThat(answer.text()).contains("missing_endpoint_permission");
        assertThat(insightNamed(answer, "forbidden_error")).isNotBlank();
        assertThat(Files.readString(site.log()))
                .doesNotContain("account " + site.account("ashby-unprivileged"));
    }

    @Test
    void saysThatTheVendorCannotBeReached() throws Exception {
        Answer answer = site.interviews("dead", "");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.message()).contains("127.0.0.1");
        assertThat(insightNamed(answer, "remote_error")).isNotBlank();
        isOneSentence(answer);
    }

    @Test
    void answersOtherPathsAndMethodsInTheSameShape() throws Exception {
        isOneSentence(site.get("/unified/ats/candidates", Site.TOKEN));
        assertThat(site.get("/unified/ats/candidates", Site.TOKEN).status()).isEqualTo(404);
        assertThat(site.get("/health/live", "").status()).isEqualTo(200);
        assertThat(site.get("/health/ready", "").status()).isEqualTo(200);
    }

    private static String insight(Answer answer) {
        Item missing =
                answer.json().at("truto_error_insight").at("missing_required_query_parameters");
        return String.join(
                ",", missing.each("value").stream().map(item -> item.text().string()).toList());
    }

    private static String insightNamed(Answer answer, String name) {
        return answer.json().at("truto_error_insight").at(name).text("description").string();
    }

    private static void isOneSentence(Answer answer) {
        assertThat(answer.json().text("statusCode").string())
                .isEqualTo(Integer.toString(answer.status()));
        assertThat(answer.json().text("error").isPresent()).isTrue();
        assertThat(answer.message())
                .isNotBlank()
                .doesNotContain("\n", "Exception", "io.convene", "java.");
        assertThat(Stream.of("Convene-Request-Id").map(answer::header)).noneMatch(String::isBlank);
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
