package io.convene.launcher.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DoctorCommandTests {
    @TempDir private Path home;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(home.resolve("providers"));
        Files.createDirectories(home.resolve("conf"));
        System.setProperty("convene.home", home.toString());
    }

    @AfterEach
    void leave() {
        System.clearProperty("convene.home");
    }

    @Test
    void findsNothingWrongWithAGoodInstallation() throws IOException {
        TestBundle.of("acme")
                .provider(
                        "public ProviderDescriptor descriptor() { return ProviderDescriptor.builder(\"Acme\").host(\"*.acme.example\").authentication(Authentication.builder(\"key\").requires(\"key\").header(\"X-Key\", Secret.of(\"key\")).build()).build(); }")
                .writeTo(home.resolve("providers/acme-1.0.0.jar"));
        configure("server: {host: 127.0.0.1, port: 0}\n");

        Outcome outcome = Outcome.of("doctor");
        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains(
                        "ok       java           ", "ok       configuration  0 accounts, 0 tokens")
                .contains("ok       bundles        1, all active")
                .contains("ok       port           127.0.0.1:0 is free");
    }

    @Test
    void namesEverythingThatFails() throws IOException {
        TestBundle.of("acme").version("1").writeTo(home.resolve("providers/acme.jar"));
        Files.writeString(home.resolve("work"), "a file in its place");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure(
                    "server: {host: 127.0.0.1, port: %d, prot: 1}\n"
                            .formatted(taken.getLocalPort()));

            Outcome outcome = Outcome.of("doctor");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.output())
                    .contains("failed   configuration  server.prot")
                    .contains(
                            "failed   bundles        acme.jar is refused (PRV-208); convene providers why acme.jar explains it")
                    .contains("failed   work ")
                    .contains("warning  port ");
        }
    }

    @Test
    void printsJsonAndSaysThatThereIsNoConfiguration() {
        Outcome outcome = Outcome.of("doctor", "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .startsWith("[{\"check\":\"java\",\"level\":\"ok\",")
                .contains("{\"check\":\"configuration\",\"level\":\"failed\",");
    }

    @Test
    void warnsOfHostsThatNobodyKnows() throws InterruptedException {
        Diagnosis diagnosis =
                NetworkChecks.hosts(List.of("localhost", "*.acme.example", "no-such-host.invalid"));

        assertThat(diagnosis.level()).isEqualTo(Diagnosis.Level.WARNING);
        assertThat(diagnosis.text()).startsWith("not found by name: no-such-host.invalid;");
    }

    @Test
    void warnsOfASmallHeap() {
        assertThat(MachineChecks.memory(64L << 20).level()).isEqualTo(Diagnosis.Level.WARNING);
        assertThat(MachineChecks.memory(1L << 30).level()).isEqualTo(Diagnosis.Level.OK);
    }

    private void configure(String yaml) throws IOException {
        Files.writeString(home.resolve("conf/convene.yaml"), yaml);
    }
}
