package io.convene.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Interview;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A Java caller reads every answer as {@link Interview}, and writes it again without loss. */
@Timeout(120)
class InterviewRecordTests {
    private static final Set<String> TIMES =
            Set.of("start_at", "end_at", "created_at", "updated_at");
    private static final Jsonb JSONB =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withPropertyNamingStrategy(
                                    PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void keepsEveryMemberOfEveryInterview(String account) throws Exception {
        List<String> lines = site.lines(account, "&truto_ignore_limit=true" + scope(account));
        List<String> interviews = lines.subList(0, lines.size() - 1);

        assertThat(interviews).hasSizeGreaterThan(100);
        for (String line : interviews) {
            Interview read = JSONB.fromJson(line, Interview.class);
            String written = JSONB.toJson(read);

            assertThat(JSONB.fromJson(written, Interview.class)).isEqualTo(read);
            assertThat(read.knownStatus().isPresent()).isEqualTo(read.status().isPresent());
            assertSame(
                    JSONB.fromJson(line, JsonObject.class),
                    JSONB.fromJson(written, JsonObject.class));
        }
    }

    private static void assertSame(JsonObject answered, JsonObject written) {
        answered.forEach((name, value) -> {
            assertThat(written).as(name).containsKey(name);
            if (TIMES.contains(name)) {
                assertThat(instant(written.get(name))).as(name).isEqualTo(instant(value));
            } else {
                assertThat(written.get(name)).as(name).isEqualTo(value);
            }
        });
    }

    private static Instant instant(JsonValue time) {
        return Instant.parse(((JsonString) time).getString());
    }

    private static String scope(String account) {
        return account.equals("fountain")
                ? "&candidate_id="
                        + String.join(
                                ",", site.sandbox().applicantIds().stream().limit(200).toList())
                : "";
    }
}
