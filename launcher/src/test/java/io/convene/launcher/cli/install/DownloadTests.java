package io.convene.launcher.cli.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.testing.WireServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

class DownloadTests {
    private WireServer server;
    @TempDir private Path folder;

    @BeforeEach
    void start() throws IOException {
        server =
                WireServer.start((request, wire) -> {
                    switch (request.target()) {
                        case "/abc" -> wire.reply(200, "abc");
                        case "/moved" -> wire.reply(302, "", "Location: /abc");
                        case "/circle" -> wire.reply(302, "", "Location: /circle");
                        case "/file" -> wire.reply(302, "", "Location: file:///etc/passwd");
                        case "/stalls" -> {
                            wire.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
                            wire.untilGone();
                        }
                        default -> wire.reply(404, "");
                    }
                });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/abc", "/moved"})
    void takesAFileAndItsHash(String target) throws Exception {
        assertThat(download(target, 3))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(folder.resolve("file")).hasContent("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "/gone, answered 404",
        "/circle, redirects more than 5 times",
        "/file, which is less safe; that is not followed",
        "/stalls, did not send the file within 1 s"
    })
    void refusesWhatIsNoFile(String target, String said) {
        assertThatThrownBy(() -> download(target, 100))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(said);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> download("/abc", 2))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("more than the 2 bytes");
    }

    @Test
    void doesNotFollowARedirectFromHttpsToHttp() {
        URI from = URI.create("https://example.com/a.jar");

        assertThat(Download.next(from, "/b.jar")).hasToString("https://example.com/b.jar");
        assertThatThrownBy(() -> Download.next(from, "http://example.com/a.jar"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("less safe");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/x/acme-1.0.0.jar?download=1, acme-1.0.0.jar",
        "https://example.com/, bundle.jar",
        "https://example.com/releases/latest, latest.jar",
        "https://example.com/.jar, bundle.jar"
    })
    void namesAFileByItsUrl(String url, String name) {
        assertThat(Download.name(URI.create(url))).isEqualTo(name);
    }

    private String download(String target, long most) throws Exception {
        return new Download(most, Duration.ofSeconds(1))
                .to(folder.resolve("file"), URI.create(server.url() + target));
    }
}
