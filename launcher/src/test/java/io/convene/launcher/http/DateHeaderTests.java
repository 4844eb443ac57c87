package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.config.TestCertificate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/** Every response has one Date, in GMT, wherever the server runs. */
@Timeout(60)
class DateHeaderTests {
    private static final String IMF_FIXDATE =
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                    + " \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void move() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void isInGmtInEveryResponse() {
        try (TestServer server = server(Optional.empty())) {
            for (String request :
                    List.of(
                            "GET / HTTP/1.1",
                            "GET /?stream HTTP/1.1",
                            "GET /?failing HTTP/1.1",
                            "HEAD / HTTP/1.1",
                            "GET / HTTP/1.0",
                            "GET /nowhere HTTP/1.1",
                            "POST / HTTP/1.1",
                            "GET /%zz HTTP/1.1",
                            "GET / HTTP/3.0",
                            "nonsense")) {
                String answer = server.raw(request, "Host: a", "Connection: close");

                assertThat(TestServer.headers(answer, "Date"))
                        .as(request)
                        .singleElement()
                        .asString()
                        .matches("Date: " + IMF_FIXDATE);
            }
        }
    }

    @Test
    void isInGmtOverHttp2(@TempDir Path folder) {
        TestCertificate certificate = TestCertificate.make(folder, "EC");
        try (TestServer server = server(Optional.of(certificate));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
            for (String path : List.of("/", "/?stream", "/?failing", "/nowhere")) {
                HttpRequest request =
                        HttpRequest.newBuilder(
                                        URI.create("https://localhost:" + server.port() + path))
                                .build();
                HttpResponse<byte[]> answer = TestServer.send(client, request);

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.headers().allValues("date"))
                        .as(path)
                        .singleElement()
                        .asString()
                        .matches(IMF_FIXDATE);
            }
        }
    }

    private static TestServer server(Optional<TestCertificate> certificate) {
        return TestServer.of(
                (request, response) -> {
                    switch (request.query().rawValue()) {
                        case "stream" -> {
                            try (OutputStream out = response.outputStream()) {
                                out.write(new byte[10]);
                                out.write(new byte[10]);
                            }
                        }
                        case "failing" -> throw new IllegalStateException("a fault of the test's");
                        default -> response.send("well".getBytes());
                    }
                },
                Set.of(),
                certificate.map(TestCertificate::tls));
    }
}
