package io.convene.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class StartCheckTests {
    @TempDir private Path home;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(home.resolve("providers"));
        System.setProperty("convene.home", home.toString());
    }

    @AfterEach
    void leave() {
        System.clearProperty("convene.home");
    }

    @Test
    void saysThatEverythingIsInOrderAndWritesNothing() throws IOException {
        TestBundle.of("acme").writeTo(home.resolve("providers/acme-1.0.0.jar"));

        Outcome outcome = check(account("key"));
        assertThat(outcome.code()).as(outcome.error()).isZero();
        assertThat(outcome.output()).isEqualTo("Everything is in order: 1 bundle, 1 account.\n");
        assertThat(home.resolve("work")).doesNotExist();
        assertThat(home.resolve("providers/providers.lock")).doesNotExist();
    }

    @Test
    void reportsEveryProblemAtOnce() throws IOException {
        TestBundle.of("acme").writeTo(home.resolve("providers/acme-1.0.0.jar"));
        TestBundle.of("lever").version("1").writeTo(home.resolve("providers/lever.jar"));

        Outcome outcome =
                check("providers: {required: [lever]}\nserver: {prot: 1}\n" + account("kee"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error())
                .contains("configuration: server.prot")
                .contains("configuration: account 00000000-0000-0000-0000-000000000001 (acme)")
                .contains("bundle lever.jar: PRV-208 ")
                .contains("required: no active bundle serves 'lever'");
    }

    @Test
    void endsWithThreeWhenARequiredProviderIsNotActive() throws IOException {
        Outcome outcome = check("providers: {required: [lever]}\n");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.error())
                .isEqualTo(
                        "required: no active bundle serves 'lever', which providers.required names; put its bundle into %s, or repair the one there.\n"
                                .formatted(home.resolve("providers")));
    }

    @Test
    void endsWithOneWhenAnAccountIsNotServed() throws IOException {
        Outcome outcome = check(account("key"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .isEqualTo(
                        "accounts: no active bundle serves 1 account of the integration 'acme' (00000000-0000-0000-0000-000000000001): there is no bundle for the integration 'acme'; correct the name, or put its bundle into the providers folder.\n");
    }

    private static String account(String credential) {
        return "accounts: [{id: 00000000-0000-0000-0000-000000000001, integration: acme, credentials: {%s: secret}}]\n"
                .formatted(credential);
    }

    private Outcome check(String yaml) throws IOException {
        Path file = Files.writeString(home.resolve("convene.yaml"), yaml);
        return Outcome.of("serve", "--config", file.toString(), "--check");
    }
}
