package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Odd requests to the built command: each answer is a list, or an error in the documented shape,
 * and never one of ours. Sends more with {@code -Dconvene.fuzz.requests=2000}, as {@code ./build
 * full} does, and others with {@code -Dconvene.fuzz.seed=2}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RequestFuzzTests {
    private static final int REQUESTS = Integer.getInteger("convene.fuzz.requests", 200);
    private static final long SEED = Long.getLong("convene.fuzz.seed", 1);
    private static final List<String> ACCOUNTS =
            List.of("ashby", "ceipal", "ceipal-v1", "fountain", "greenhouse");
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().interviews(20).start(),
                                folder,
                                ACCOUNTS.toArray(String[]::new))
                        .start();
    }

    @AfterAll
    static void stopAndFindNoFailureInTheLog() throws Exception {
        String log = Files.readString(site.log());
        site.close();
        assertThat(log).doesNotContain("\tat ");
    }

    @Test
    void answersEveryQueryWithAListOrADocumentedError() throws Exception {
        int lists = 0;
        for (int i = 0; i < REQUESTS; i++) {
            SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + i);
            String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            String query = OddQuery.any(random, site.account(account));
            String target = path(random) + "?" + query;
            String shown = "request " + i + " of seed " + SEED + " to " + account + ": " + target;
            try {
                RawCall answer = RawCall.get(site.port(), target, Site.TOKEN);
                isDocumented(answer, shown, query.contains("remote_query"));
                lists += answer.status() == 200 ? 1 : 0;
            } catch (java.io.IOException | RuntimeException e) {
                throw new AssertionError(shown, e);
            }
        }
        System.out.println("Socket fuzzing: " + REQUESTS + " requests, " + lists + " answered 200");
        assertThat(lists).isBetween(REQUESTS / 20, REQUESTS - REQUESTS / 20);
    }

    private static String path(SplittableRandom random) {
        String list = "/unified/ats/interviews";
        return switch (random.nextInt(20)) {
            case 0 -> list + "/meta/list";
            case 1 -> list + "/" + URLEncoder.encode("Zoë/1+=", UTF_8);
            case 2 -> list + "/" + random.nextLong();
            default -> list;
        };
    }

    private static void isDocumented(RawCall answer, String shown, boolean hasRemoteQuery) {
        assertThat(answer.head()).as(shown).containsIgnoringCase("\r\nconvene-request-id: ");
        if (answer.status() == 200) {
            assertThat(answer.json().isPresent()).as(shown).isTrue();
            return;
        }
        // A remote_query may break the vendor's response.
        boolean isVendors =
                hasRemoteQuery && answer.json().text("truto_is_remote_error").is("true");
        assertThat(answer.status())
                .as(() -> shown + " " + answer.text())
                .isBetween(400, isVendors ? 599 : 499);
        assertThat(answer.json().text("statusCode").string())
                .isEqualTo(Integer.toString(answer.status()));
        assertThat(answer.json().text("error").isPresent()).as(shown).isTrue();
        assertThat(answer.json().text("message").string())
                .as(shown)
                .isNotBlank()
                .doesNotContain("Exception", "io.convene", "java.");
    }
}
