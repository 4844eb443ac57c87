package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

/**
 * The folders, the certificate and the upstream of one run. Closing it stops the upstream and
 * removes the files.
 */
public final class Site implements AutoCloseable {
    private final Path home;
    private final Path distribution;
    private final Path work;
    private final Certificate certificate;
    private final ServerProcess upstream;
    private final int http;
    private final int https;
    private final AtomicInteger folders = new AtomicInteger();

    private Site(Path home, Path distribution, Path work) {
        this.home = home;
        this.distribution = distribution;
        this.work = work;
        this.certificate = Certificate.make(work);
        this.upstream =
                startJava(
                        "upstream",
                        "io.convene.bench.upstream.Upstream",
                        List.of(),
                        List.of(certificate.store().toString(), Certificate.PASSWORD),
                        work);
        Matcher ports = upstream.await(ServerProcess.READY);
        this.http = Integer.parseInt(ports.group("http"));
        this.https = Integer.parseInt(ports.group("https"));
    }

    /**
     * Opens a site.
     *
     * @param home the folder with nginx, node and wrk in it
     * @param distribution the image with Convene in it
     */
    public static Site open(Path home, Path distribution) {
        try {
            return new Site(
                    home, distribution, Files.createTempDirectory(home.resolve("target"), "run-"));
        } catch (IOException e) {
            throw new BenchException("no folder can be made in target: " + e.getMessage());
        }
    }

    /** The folder with nginx, node and wrk in it. */
    public Path home() {
        return home;
    }

    /** The image with Convene in it. */
    public Path distribution() {
        return distribution;
    }

    /** The certificate of this run. */
    public Certificate certificate() {
        return certificate;
    }

    /** The upstream's address, without a slash at its end. */
    public URI upstream(boolean tls) {
        return URI.create(tls ? "https://127.0.0.1:" + https : "http://127.0.0.1:" + http);
    }

    /** A new folder that goes with the site. */
    public Path folder(String name) {
        try {
            return Files.createDirectory(work.resolve(name + "-" + folders.incrementAndGet()));
        } catch (IOException e) {
            throw new BenchException("no folder can be made in " + work + ": " + e.getMessage());
        }
    }

    /** Starts a program of this module under the flags that Convene's own command uses. */
    static ServerProcess startJava(
            String name, String main, List<String> options, List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(CommandFlags.here());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return ServerProcess.start(
                name, command, CommandFlags.MALLOC, folder.resolve(name + ".log"));
    }

    /** A port that was free a moment ago, for programs that cannot choose one themselves. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("there is no free port: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        upstream.close();
        try {
            Files.walkFileTree(work, new Removal());
        } catch (IOException e) {
            throw new BenchException(work + " cannot be removed: " + e.getMessage());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
