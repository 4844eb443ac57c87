package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built distribution, serving a folder of bundles, with an administrator's token. */
final class AdminServer implements AutoCloseable {
    private static final String TOKEN = "an-administrator's-token";
    private static final Pattern PORT = Pattern.compile("http://[^:/ ]+:(\\d+)");

    private final RunningCommand command;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private AdminServer(RunningCommand command, String address) {
        this.command = command;
        this.address = address;
    }

    /** Starts it with the folder {@code providers} in that one. */
    static AdminServer start(Path folder) throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        Path configuration =
                Files.writeString(
                        folder.resolve("convene.yaml"),
                        """
                        server: {host: 127.0.0.1, port: 0}
                        providers:
                          directory: "%s"
                          work: "%s"
                        tokens:
                          - name: administrator
                            sha256: "%s"
                            scopes: [admin]
                            accounts: ["*"]
                        """
                                .formatted(
                                        folder.resolve("providers"),
                                        folder.resolve("work"),
                                        HexFormat.of().formatHex(hash)));
        RunningCommand command =
                RunningCommand.start(
                        List.of(
                                Distribution.built().command().toString(),
                                "serve",
                                "--config",
                                configuration.toString()));
        Matcher port = PORT.matcher(command.awaitOutput("/unified/ats/interviews"));
        assertThat(port.find()).isTrue();
        return new AdminServer(command, "http://127.0.0.1:" + port.group(1));
    }

    /** The bundles and their states, as JSON. */
    String providers() throws IOException, InterruptedException {
        return send(request("/admin/providers").GET().build());
    }

    /** Has the folder read again; what changed, as JSON. */
    String reload() throws IOException, InterruptedException {
        return send(request("/admin/providers/reload").POST(BodyPublishers.noBody()).build());
    }

    /** Its address. */
    String address() {
        return address;
    }

    /** The administrator's token. */
    static String token() {
        return TOKEN;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Override
    public void close() {
        client.close();
        command.close();
    }
}
