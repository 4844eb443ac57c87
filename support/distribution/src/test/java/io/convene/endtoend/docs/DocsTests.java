package io.convene.endtoend.docs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Docs;
import io.convene.endtoend.Expected;
import io.convene.endtoend.Formats;
import io.convene.endtoend.KnownParameters;
import io.convene.endtoend.PositionedBundle;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks every request that the pages show, compares the answers, and misses no parameter. */
@Timeout(120)
class DocsTests {
    private static final String DEMO = "demo/";
    private static final String NEVER_GIVEN = "a-secret-that-was-never-given";
    private static final String READER = "a-token-of-scope-read";

    /** Here every header that an answer has is written down, and no other. */
    private static final String WHOLE = "use/errors.md";

    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.builder().now(Instant.parse("2026-06-15T00:00:00Z")).start();
        site = Site.over(sandbox, folder);
        for (String integration : List.of("ashby", "ceipal", "fountain", "greenhouse")) {
            account(integration, integration, sandbox.credentials(integration));
        }
        account("ashby-unprivileged", "ashby", sandbox.credentials("ashby-unprivileged"));
        account("ashby-wrong-key", "ashby", Map.of("api_key", NEVER_GIVEN));
        account("fountain-wrong-key", "fountain", Map.of("api_key", NEVER_GIVEN));
        account("ceipal-wrong-key", "ceipal", with(sandbox, "ceipal", "api_key"));
        account(
                "greenhouse-wrong-secret",
                "greenhouse",
                with(sandbox, "greenhouse", "client_secret"));
        site.account(
                DEMO + "ashby-dead",
                "ashby",
                sandbox.credentials("ashby"),
                Map.of("base_url", "http://127.0.0.1:1"));
        site.allow("127.0.0.1:1");
        for (String trouble : List.of("429", "500", "html", "truncated", "slow")) {
            account("ashby-" + trouble, "ashby", sandbox.credentials("ashby"));
        }
        PositionedBundle.write(site.providers(), "1.0.0", 1);
        Map<String, String> odd = Map.of("base_url", "http://127.0.0.1:" + sandbox.port());
        Map<String, String> key = Map.of("api_key", "the-key-of-odd");
        site.account(
                DEMO + "odd", "odd", key, Map.of("base_url", odd.get("base_url"), "mode", "x"));
        site.account(DEMO + "lever", "lever", key, odd);
        site.token("reader", READER, "read", "*");
        site.start("api: {deadline: PT6S}");
        for (String name : List.of("odd", "lever", "ashby-dead")) {
            VARIABLES.put(name, site.account(DEMO + name));
        }
        VARIABLES.put("nobody", UUID.nameUUIDFromBytes(new byte[0]).toString());
        VARIABLES.put("sandbox", "http://127.0.0.1:" + sandbox.port());
        VARIABLES.put("token", Site.TOKEN);
        VARIABLES.put("reader", READER);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<String> pages() throws Exception {
        return Stream.concat(Stream.of("../README.md"), Docs.pages().stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsWhatIsAnswered(String name) throws Exception {
        DocPage page = DocPage.read(name);
        List<DocPage.Example> examples = page.examples();
        List<String> answers = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (DocPage.Example example : examples) {
            if (example.target().startsWith("{{sandbox}}")) {
                arrange(example);
                answers.add(example.answer());
                continue;
            }
            Answer answer = ask(example);
            Expected expected = Expected.parse(filled(example.answer()));
            Optional<String> difference =
                    name.equals(WHOLE)
                            ? expected.differenceToWhole(answer)
                            : expected.differenceTo(answer);
            difference.ifPresent(
                    found -> differences.add(name + ":" + example.line() + " " + found));
            answers.add(
                    difference.isEmpty()
                            ? example.answer()
                            : Ellipses.kept(example.answer(), written(example, answer, name)));
            answer.nextCursorIfAny().ifPresent(cursor -> VARIABLES.put("cursor", cursor));
            site.sandbox().clearFaults();
        }
        if (Docs.rewriting()) {
            page.rewrite(examples, answers);
        } else {
            assertThat(differences).isEmpty();
        }
    }

    @Test
    void showsEveryParameterFormatAndOperator() throws Exception {
        StringBuilder targets = new StringBuilder();
        for (String page : Docs.pages()) {
            DocPage.read(page)
                    .examples()
                    .forEach(example -> targets.append(example.target()).append('\n'));
        }
        String all = targets.toString();

        assertThat(KnownParameters.names())
                .filteredOn(name -> !all.matches("(?s).*[?&]" + name + "[=\\[].*"))
                .as("parameters without an example")
                .isEmpty();
        assertThat(Formats.ALL)
                .allMatch(format ->
                        all.contains("truto_response_format=" + format)
                                || format.equals("unified"));
        assertThat(Stream.of("eq", "gt", "gte", "lt", "lte", "in"))
                .allMatch(operator -> all.contains("[" + operator + "]="));
    }

    @Test
    void findsEveryPageInItsIndex() throws Exception {
        for (String page : Docs.pages()) {
            String[] parts = page.split("/");
            if (!parts[1].equals("README.md")) {
                assertThat(Docs.read(parts[0] + "/README.md")).contains("](" + parts[1] + ")");
            }
        }
    }

    private static void account(String name, String integration, Map<String, String> credentials)
            throws Exception {
        site.account(DEMO + name, integration, credentials, site.sandbox().settings(integration));
        VARIABLES.put(name, site.account(DEMO + name));
    }

    /** The same credentials, one of them wrong. */
    private static Map<String, String> with(Sandbox sandbox, String integration, String wrong) {
        Map<String, String> credentials = new LinkedHashMap<>(sandbox.credentials(integration));
        credentials.put(wrong, NEVER_GIVEN);
        return credentials;
    }

    /** Asks the sandbox for a fault. */
    private static void arrange(DocPage.Example example) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(filled(example.target())))
                            .version(HttpClient.Version.HTTP_1_1)
                            .method(example.method(), BodyPublishers.ofString(example.body()))
                            .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
    }

    private static Answer ask(DocPage.Example example) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + Site.TOKEN);
        headers.put("Convene-Request-Id", "docs-1");
        for (String header : example.headers()) {
            String[] parts = filled(header).split(":", 2);
            headers.put(parts[0], parts[1].strip());
        }
        return site.send(example.method(), filled(example.target()), headers);
    }

    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            filled = filled.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        return filled;
    }

    /** The answer as the page shows it, without the parts that change from run to run. */
    private static String written(DocPage.Example example, Answer answer, String page) {
        Expected actual = Expected.of(answer);
        boolean lines = answer.header("Content-Type").contains("ndjson");
        String body =
                JsonLayout.of(
                        (lines ? answer.text() : actual.body())
                                .replaceAll("\"next_cursor\":\"[^\"]+\"", "\"next_cursor\":\"…\"")
                                .replaceAll("\"requestId\":\"[^\"]+\"", "\"requestId\":\"…\""));
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            body = body.replace(variable.getValue(), "{{" + variable.getKey() + "}}");
        }
        if (!example.headed()) {
            return body;
        }
        Map<String, String> written = Expected.parse(example.answer() + "\n\n").headers();
        String headers =
                actual.headers().entrySet().stream()
                        .filter(header ->
                                page.equals(WHOLE)
                                        || written.keySet().stream()
                                                .anyMatch(header.getKey()::equalsIgnoreCase))
                        .map(header ->
                                capitalised(header.getKey())
                                        + ": "
                                        + header.getValue().replaceAll("@[\\d.]+$", "@…")
                                        + "\n")
                        .collect(joining());
        return "HTTP/1.1 " + actual.status() + "\n" + headers + (body.isEmpty() ? "" : "\n" + body);
    }

    /** The name as the documentation of HTTP writes it; clients show it in lower case. */
    private static String capitalised(String header) {
        return header.startsWith("ratelimit-")
                ? header
                : Stream.of(header.split("-"))
                        .map(word ->
                                word.equals("www")
                                        ? "WWW"
                                        : word.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + word.substring(1))
                        .collect(joining("-"));
    }
}
