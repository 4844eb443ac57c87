package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The commands in docs/operate/trust.md, and what the command makes of their results. */
@Timeout(120)
class SignatureTests {
    private static final String PASSWORD = "the-password-of-the-store";

    @TempDir private Path folder;

    private Site site;

    @BeforeEach
    void signOneBundle() throws Exception {
        site = Site.over(Sandbox.builder().interviews(20).start(), folder, "ashby", "greenhouse");
        Path ashby;
        try (Stream<Path> jars = Files.list(site.providers())) {
            ashby =
                    jars.filter(jar -> jar.getFileName().toString().startsWith("ashby-"))
                            .findFirst()
                            .orElseThrow();
        }
        tool(
                "keytool",
                "-genkeypair -alias us -keyalg EC -validity 1825 -dname CN=us -keystore us.p12");
        tool("keytool", "-exportcert -rfc -alias us -keystore us.p12 -file signers.pem");
        tool("keytool", "-importcert -noprompt -alias us -keystore signers.p12 -file signers.pem");
        tool("jarsigner", "-keystore us.p12 " + ashby + " us");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void servesSignedBundlesOnlyWhereThatIsRequired() throws Exception {
        start("require", "signers.pem");

        assertThat(site.interviews("ashby", "&limit=5").ids()).hasSize(5);
        assertThat(site.interviews("greenhouse", "&limit=5").status()).isEqualTo(503);
        assertThat(bundle("greenhouse").text("code").string()).isEqualTo("PRV-506");
        assertThat(Answer.bytes(bundle("ashby").at("sheet").at("signers")))
                .isEqualTo("[\"CN=us\"]");
    }

    @Test
    void warnsOfOthersAndServesThem() throws Exception {
        start("warn", "signers.p12");

        assertThat(site.interviews("greenhouse", "&limit=5").ids()).hasSize(5);
        assertThat(bundle("greenhouse").text("code").string()).isEqualTo("PRV-506");
        assertThat(bundle("ashby").text("code").isPresent()).isFalse();
        assertThat(Files.readString(site.log())).doesNotContain(PASSWORD);
    }

    private void start(String signatures, String store) throws Exception {
        site.accounts(
                "",
                Map.of(
                        "PROVIDERS_SIGNATURES",
                        signatures,
                        "PROVIDERS_TRUST_STORE",
                        folder.resolve(store).toString(),
                        "PROVIDERS_TRUST_STORE_PASSWORD",
                        PASSWORD));
        site.start();
    }

    private Item bundle(String id) throws Exception {
        return site.get("/admin/providers", Site.TOKEN).json().each("providers").stream()
                .filter(item -> item.text("id").is(id))
                .findFirst()
                .orElseThrow();
    }

    private void tool(String name, String arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(
                List.of(
                        arguments
                                .replace("-keystore", "-storepass " + PASSWORD + " -keystore")
                                .split(" ")));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
