package io.convene.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that no answer may contain: names of classes, paths of the machine, secrets. */
final class Leaks {
    /** Credentials that are names and no secrets. */
    private static final Set<String> NAMES = Set.of("email", "user_id", "client_id");

    /** A shorter text may occur by chance. */
    private static final int SHORTEST = 8;

    private static final Pattern INTERNAL =
            Pattern.compile(
                    "\\b(?:java|javax|jdk|sun|com\\.sun|io\\.convene|io\\.helidon)\\.[a-z]+\\.[\\w$.]+"
                            + "|\\b(?!ApiError\\b)[A-Z]\\w+(?:Exception|Error)\\b"
                            + "|\\b\\w+\\.java\\b"
                            + "|/(?:tmp|home|root|var|usr|opt|proc)/\\w+");

    private final Set<String> secrets = new HashSet<>();

    void secret(String text) {
        secrets.add(text);
    }

    /** Those credentials of an account that are secrets. */
    void credentials(Map<String, String> credentials) {
        credentials.forEach((name, value) -> {
            if (!NAMES.contains(name) && value.length() >= SHORTEST) {
                secrets.add(value);
            }
        });
    }

    /** Fails if the answer contains such a text. Pages for admins name the bundles' modules. */
    void check(String path, Answer answer) {
        String whole = answer.headers().map() + "\n" + answer.text();
        assertThat(whole).as("the answer to %s", path).doesNotContain(secrets);
        if (!path.startsWith("/admin/")) {
            assertThat(INTERNAL.matcher(whole).results().map(found -> found.group()))
                    .as("what the answer to %s tells of its inside", path)
                    .isEmpty();
        }
    }
}
