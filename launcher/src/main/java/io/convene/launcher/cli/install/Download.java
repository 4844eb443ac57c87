package io.convene.launcher.cli.install;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.NetworkFailure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file from the network, bounded in size, in time and in redirects. A redirect from https to http
 * is refused, because anybody on the way could change the file.
 */
final class Download {
    /** How long a file of the largest size may take. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final long mostBytes;
    private final Duration limit;

    Download(long mostBytes, Duration limit) {
        this.mostBytes = mostBytes;
        this.limit = limit;
    }

    /** The text as a URL of http, https or file; empty when it is a path. */
    static Optional<URI> url(String source) {
        int colon = source.indexOf("://");
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(source);
            if (url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            // The same sentence says it.
        }
        throw new CommandFailedException(
                "'%s' is not a URL of http, https or file".formatted(source));
    }

    /** The last part of the path, under which the file is kept until its own name is known. */
    static String name(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._+-]", "_");
        String plain = last.startsWith(".") || last.isEmpty() ? "bundle.jar" : last;
        return plain.contains(".") ? plain : plain + ".jar";
    }

    /** Downloads into a new file, and returns its SHA-256 in hex. */
    String to(Path file, URI url) throws IOException, InterruptedException {
        AtomicBoolean late = new AtomicBoolean();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            // A body that stalls is not covered by the client's own limit.
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        late.set(true);
                        client.shutdownNow();
                    });
            try (InputStream body = follow(client, url)) {
                return copy(body, file, url);
            } finally {
                client.shutdownNow();
            }
        } catch (IOException e) {
            if (late.get()) {
                throw new CommandFailedException(
                        "%s did not send the file within %d s".formatted(url, limit.toSeconds()));
            }
            if (e instanceof FileSystemException) {
                throw e;
            }
            throw new CommandFailedException(
                    "%s cannot be fetched: %s".formatted(url, NetworkFailure.reason(e)));
        }
    }

    private static InputStream follow(HttpClient client, URI first)
            throws IOException, InterruptedException {
        URI url = first;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<InputStream> answer =
                    client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            answer.body().close();
            Optional<String> location = answer.headers().firstValue("Location");
            if (!REDIRECTS.contains(answer.statusCode()) || location.isEmpty()) {
                throw new CommandFailedException(
                        "%s answered %d".formatted(url, answer.statusCode()));
            }
            url = next(url, location.get());
        }
        throw new CommandFailedException(
                "%s redirects more than %d times".formatted(first, MOST_REDIRECTS));
    }

    /** The next URL of a redirect. */
    static URI next(URI from, String location) {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(
                    "%s redirects to '%s', which is not a URL".formatted(from, location));
        }
        boolean secure = "https".equalsIgnoreCase(to.getScheme());
        boolean plain = "http".equalsIgnoreCase(to.getScheme());
        if (secure || (plain && "http".equalsIgnoreCase(from.getScheme()))) {
            return to;
        }
        throw new CommandFailedException(
                "%s redirects to %s, which is less safe; that is not followed".formatted(from, to));
    }

    private String copy(InputStream in, Path file, URI url) throws IOException {
        MessageDigest digest = newDigest();
        BoundedCopy.copy(new DigestInputStream(in, digest), file, mostBytes)
                .orElseThrow(() ->
                        new CommandFailedException(
                                "%s sends more than the %d bytes that a bundle may have"
                                        .formatted(url, mostBytes)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
