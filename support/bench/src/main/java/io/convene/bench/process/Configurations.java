package io.convene.bench.process;

import io.convene.bench.BenchException;
import io.convene.bench.upstream.Credentials;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Writes the configurations of the servers: the same token and accounts for all of them. */
public final class Configurations {
    /** The caller's token. */
    public static final String TOKEN = "bench-caller-token-0123456789abcdef";

    private Configurations() {}

    /** Writes the peers' file. */
    static Path peers(Path folder, URI upstream) {
        String accounts =
                VendorPage.ALL.stream()
                        .map(page ->
                                """
                                "%s": {"integration": "%s", "base_url": "%s", "credentials": {%s}}\
                                """
                                        .formatted(
                                                page.accountId(),
                                                page.integration(),
                                                upstream + page.path(),
                                                credentials(page)))
                        .collect(Collectors.joining(",\n"));
        return write(
                folder.resolve("peers.json"),
                """
                {"token_sha256": "%s", "accounts": {
                %s}}
                """
                        .formatted(tokenHash(), accounts));
    }

    /** Writes Convene's file, with its own limits switched off and the bundles of that folder. */
    static Path convene(Path folder, URI upstream, Path providers) {
        return convene(folder, upstream, providers, Customers.NONE);
    }

    /** The same with further accounts. */
    static Path convene(Path folder, URI upstream, Path providers, Customers customers) {
        String accounts =
                customers.own().stream()
                        .map(page ->
                                """
                                  - {id: %s, integration: %s, credentials: {%s}, settings: {%s, quota: "off"}}
                                """
                                        .formatted(
                                                page.accountId(),
                                                page.integration(),
                                                credentials(page),
                                                settings(page, upstream)))
                        .collect(Collectors.joining());
        return write(
                folder.resolve("convene.yaml"),
                """
                server: {host: 127.0.0.1, port: 0}
                providers: {directory: "%s", work: "%s"}
                egress: {allow: ["127.0.0.1"]}
                limits: {per-token: "off", per-account: "off"}
                api: {max-items: 10000000}
                tokens:
                  - {name: bench, sha256: "%s", scopes: [read, raw], accounts: ["*"]}
                accounts:
                %s\
                """
                        .formatted(
                                providers,
                                folder.resolve("work"),
                                tokenHash(),
                                accounts + customers.yaml(upstream)));
    }

    private static String credentials(VendorPage page) {
        return page.integration().equals("ashby")
                ? "\"api_key\": \"" + Credentials.API_KEY + "\""
                : "\"client_id\": \"%s\", \"client_secret\": \"%s\""
                        .formatted(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
    }

    private static String settings(VendorPage page, URI upstream) {
        String base = upstream + page.path();
        return page.integration().equals("ashby")
                ? "base_url: \"%s\"".formatted(base)
                : "base_url: \"%s\", token_url: \"%s/token\"".formatted(base, base);
    }

    private static String tokenHash() {
        try {
            byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new BenchException(file + " cannot be written: " + e.getMessage());
        }
    }
}
