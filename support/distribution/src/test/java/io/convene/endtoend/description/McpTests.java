package io.convene.endtoend.description;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A session of a client of the Model Context Protocol with the packaged server. */
@Timeout(120)
class McpTests {
    private static final int INTERVIEWS = 40;
    private static final String ASHBY_ALONE = "a-token-for-ashby";
    private static final int BYTES_OF_TOKEN = 4;

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                        Sandbox.builder().interviews(INTERVIEWS).start(),
                        folder,
                        "ashby",
                        "ceipal",
                        "fountain",
                        "greenhouse");
        site.token("ashby", ASHBY_ALONE, "read", site.account("ashby"));
        site.start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void listsTheAccountsOfTheTokenPageByPage() throws Exception {
        McpClient client = McpClient.withHeader(site, Site.TOKEN);
        JsonObject first = client.tool("list_accounts", arguments().add("limit", 3));
        JsonObject rest =
                client.tool(
                        "list_accounts",
                        arguments().add("limit", 3).add("cursor", first.getString("next_cursor")));

        assertThat(first.getJsonArray("accounts")).hasSize(3);
        assertThat(rest.getJsonArray("accounts")).hasSize(1);
        assertThat(rest.get("next_cursor")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aTokenForOneAccountSeesThatAccountAlone() throws Exception {
        for (McpClient client :
                List.of(
                        McpClient.withHeader(site, ASHBY_ALONE),
                        McpClient.withPath(site, ASHBY_ALONE))) {
            JsonObject accounts = client.tool("list_accounts", arguments());
            assertThat(accounts.getJsonArray("accounts")).hasSize(1);
            assertThat(
                            client.refusal(
                                    "list_interviews",
                                    arguments()
                                            .add(
                                                    "integrated_account_id",
                                                    site.account("greenhouse"))))
                    .contains("There is no account");
            assertThat(client.tool("list_interviews", arguments()).getInt("result_count"))
                    .isEqualTo(25);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "greenhouse"})
    void pagesAListToItsEndAsTheEndpointDoes(String name) throws Exception {
        McpClient client = McpClient.withHeader(site, Site.TOKEN);
        List<String> ids = new ArrayList<>();
        JsonObjectBuilder next = arguments();
        for (int page = 0; page < INTERVIEWS; page++) {
            JsonObject answer =
                    client.tool(
                            "list_interviews",
                            next.add("integrated_account_id", site.account(name)).add("limit", 7));
            answer.getJsonArray("result")
                    .forEach(interview -> ids.add(interview.asJsonObject().getString("id")));
            if (answer.isNull("next_cursor")) {
                break;
            }
            next = arguments().add("cursor", answer.getString("next_cursor"));
        }

        assertThat(ids).isEqualTo(site.interviews(name, "&limit=500").ids());
    }

    @Test
    void filtersAsTheEndpointDoes() throws Exception {
        List<Item> all = site.interviews("greenhouse", "&limit=500").result();
        String middle = all.get(all.size() / 2).text("start_at").string();
        JsonObject answer =
                McpClient.withHeader(site, Site.TOKEN)
                        .tool(
                                "list_interviews",
                                arguments()
                                        .add("integrated_account_id", site.account("greenhouse"))
                                        .add("start_at_gte", middle)
                                        .add("limit", 100));

        assertThat(answer.getJsonArray("result"))
                .hasSameSizeAs(
                        site.interviews("greenhouse", "&limit=500&start_at[gte]=" + middle)
                                .result())
                .hasSizeLessThan(all.size());
    }

    @Test
    void findsInterviewsOfFountainOnlyWithTheFilterThatItNeeds() throws Exception {
        McpClient client = McpClient.withHeader(site, Site.TOKEN);
        String account = site.account("fountain");

        assertThat(
                        client.refusal(
                                "list_interviews",
                                arguments().add("integrated_account_id", account)))
                .contains("candidate_id");
        assertThat(
                        client.tool(
                                        "list_interviews",
                                        arguments()
                                                .add("integrated_account_id", account)
                                                .add(
                                                        "candidate_id",
                                                        Json.createArrayBuilder()
                                                                .add(
                                                                        site.sandbox()
                                                                                .applicantIds()
                                                                                .getFirst())))
                                .getInt("result_count"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 2_000, 10_000, 30_000})
    void anAnswerNeverHasMoreTokensThanWanted(int tokens) throws Exception {
        McpClient client = McpClient.withHeader(site, Site.TOKEN);
        List<String> ids = new ArrayList<>();
        JsonObjectBuilder next = arguments();
        for (int page = 0; page < INTERVIEWS; page++) {
            JsonObject result =
                    client.call(
                            "list_interviews",
                            next.add("integrated_account_id", site.account("greenhouse"))
                                    .add("limit", 100)
                                    .add("include_remote_data", tokens >= 10_000)
                                    .add("max_tokens", tokens)
                                    .build());
            String text = McpClient.text(result);
            assertThat(result.getBoolean("isError")).as(text).isFalse();
            assertThat(text.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(tokens * BYTES_OF_TOKEN);
            Item answer = Item.parse(text.getBytes(UTF_8));
            answer.each("result").forEach(interview -> ids.add(interview.text("id").string()));
            if (answer.text("next_cursor").optional().isEmpty()) {
                break;
            }
            next = arguments().add("cursor", answer.text("next_cursor").string());
        }

        assertThat(ids).isEqualTo(site.interviews("greenhouse", "&limit=500").ids());
    }

    @Test
    void getsOneInterviewAndDescribesAnIntegration() throws Exception {
        McpClient client = McpClient.withHeader(site, Site.TOKEN);
        String id = site.interviews("greenhouse", "&limit=1").ids().getFirst();

        assertThat(
                        client.tool(
                                        "get_interview",
                                        arguments()
                                                .add("id", id)
                                                .add(
                                                        "integrated_account_id",
                                                        site.account("greenhouse")))
                                .getString("id"))
                .isEqualTo(id);
        assertThat(
                        client.tool("describe_integration", arguments().add("integration", "ashby"))
                                .getJsonObject("filters")
                                .getString("application_id"))
                .isEqualTo("vendor");
    }

    @Test
    void tellsWhichArgumentIsWrong() throws Exception {
        McpClient client = McpClient.withHeader(site, Site.TOKEN);

        assertThat(client.refusal("list_accounts", arguments().add("limit", "many")))
                .isEqualTo("The argument 'limit' must be a whole number from 1 to 200.");
        assertThat(client.refusal("list_accounts", arguments().add("page", 2)))
                .startsWith("There is no argument 'page'; the tool takes ");
    }

    @Test
    void refusesAWrongTokenAndAForeignPage() throws Exception {
        assertThat(
                        McpClient.withHeader(site, "wrong")
                                .send("tools/list", "", arguments())
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        McpClient.withPath(site, "wrong")
                                .send("tools/list", "", arguments())
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        McpClient.ofPage(site, Site.TOKEN, "https://evil.example")
                                .send("tools/list", "", arguments())
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        McpClient.ofPage(site, Site.TOKEN, "http://localhost:3000")
                                .send("tools/list", "", arguments())
                                .statusCode())
                .isEqualTo(200);
    }

    private static JsonObjectBuilder arguments() {
        return Json.createObjectBuilder();
    }
}
