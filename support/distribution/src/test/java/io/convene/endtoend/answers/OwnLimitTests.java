package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Expected;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** The limits for callers, and the answers beyond them. */
@Timeout(120)
class OwnLimitTests {
    private static final String OTHER = "a-token-of-somebody-else";

    @Test
    void tellsCallersWhenToComeBack(@TempDir Path folder) throws Exception {
        try (Site site =
                Site.over(Sandbox.builder().interviews(4).start(), folder, "ashby", "ceipal")
                        .token("other", OTHER, "read", "*")
                        .start("limits: {per-token: 4/PT1H, per-account: 3/PT1H}")) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(site, "ashby", Site.TOKEN).status()).isEqualTo(200);
            }
            whole(
                    ask(site, "ashby", OTHER),
                    """
                    HTTP/1.1 429
                    Content-Type: application/json
                    Convene-Request-Id: a-check
                    Retry-After: 1…

                    {"statusCode": 429, "error": "Too Many Requests",
                     "message": "The account %s may be used 3 times in PT1H, and was; wait 1… s (Retry-After) and send the request again."}
                    """
                            .formatted(site.account("ashby")));
            assertThat(ask(site, "ceipal", Site.TOKEN).status()).isEqualTo(200);
            whole(
                    ask(site, "ceipal", Site.TOKEN),
                    """
                    HTTP/1.1 429
                    Content-Type: application/json
                    Convene-Request-Id: a-check
                    Retry-After: …

                    {"statusCode": 429, "error": "Too Many Requests",
                     "message": "This token may be used 4 times in PT1H, and was; wait … s (Retry-After) and send the request again."}
                    """);
            assertThat(ask(site, "ceipal", OTHER).status()).isEqualTo(200);
        }
    }

    private static Answer ask(Site site, String account, String token) throws Exception {
        return site.send(
                "/unified/ats/interviews?integrated_account_id=" + site.account(account),
                Map.of("Authorization", "Bearer " + token, "Convene-Request-Id", "a-check"));
    }

    private static void whole(Answer answer, String expected) {
        assertThat(Expected.parse(expected).differenceToWhole(answer)).isEmpty();
    }
}
