package io.convene.bench.process;

import io.convene.bench.BenchException;
import io.convene.bench.upstream.Credentials;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts nginx from one of the templates in {@code support/bench/nginx}. */
final class Nginx {
    private Nginx() {}

    /** A reverse proxy before Ashby's page of 100; nothing when nginx is not installed. */
    static Optional<StartedServer> reverseProxy(Site site, Wiring wiring) {
        URI upstream = site.upstream(wiring.toVendor());
        Map<String, String> values = new HashMap<>();
        values.put("target", upstream.getAuthority());
        values.put("scheme", upstream.getScheme());
        values.put("path", new VendorPage("ashby", 100).path() + "/interviewSchedule.list");
        values.put("authorization", Credentials.ASHBY);
        values.put("ssl", wiring.toCallers() ? "ssl" : "");
        return start(site, "reverse-proxy", values);
    }

    /** A front that terminates TLS for a server; nothing when nginx is not installed. */
    static Optional<StartedServer> tlsFront(Site site, int port) {
        return start(site, "tls-front", new HashMap<>(Map.of("target", "127.0.0.1:" + port)));
    }

    private static Optional<StartedServer> start(
            Site site, String template, Map<String, String> values) {
        Optional<Path> nginx = Tool.NGINX.find();
        if (nginx.isEmpty()) {
            return Optional.empty();
        }
        Path folder = site.folder(template);
        int port = Site.freePort();
        values.put("port", Integer.toString(port));
        values.put("user", System.getProperty("user.name"));
        values.put("work", folder.toString());
        values.put("certificate", site.certificate().certificate().toString());
        values.put("key", site.certificate().key().toString());
        Path file =
                write(
                        site.home().resolve("nginx").resolve(template + ".conf"),
                        folder.resolve("nginx.conf"),
                        values);
        ServerProcess process =
                ServerProcess.start(
                        "nginx",
                        List.of(
                                nginx.get().toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                file.toString(),
                                "-e",
                                "stderr",
                                "-g",
                                "daemon off;"),
                        Map.of(),
                        folder.resolve("nginx.log"));
        process.await(port);
        return Optional.of(new StartedServer(process, port));
    }

    private static Path write(Path template, Path target, Map<String, String> values) {
        try {
            String text = Files.readString(template, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return Files.writeString(target, text);
        } catch (IOException e) {
            throw new BenchException(template + " cannot be filled in: " + e.getMessage());
        }
    }
}
