package io.convene.demo;

import io.convene.launcher.Launcher;
import io.convene.sandbox.Sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A launcher and the sandbox that it calls. Closing it stops both and deletes their files. */
final class Demo implements AutoCloseable {
    private final Sandbox sandbox;
    private final Launcher launcher;
    private final Path folder;
    private final String welcome;

    private Demo(Sandbox sandbox, Launcher launcher, Path folder, String welcome) {
        this.sandbox = sandbox;
        this.launcher = launcher;
        this.folder = folder;
        this.welcome = welcome;
    }

    static Demo start(DemoOptions options) throws IOException {
        Path folder = Files.createTempDirectory("convene-demo");
        Sandbox.Builder data = Sandbox.builder().port(options.sandboxPort());
        options.date().ifPresent(day -> data.now(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        Sandbox sandbox = data.build();
        try {
            start(sandbox);
            DemoToken token = DemoToken.random();
            List<DemoAccount> accounts = DemoAccount.of(sandbox);
            Path file = folder.resolve("convene.yaml");
            Path home = Path.of(System.getProperty("convene.home", "."));
            Path work = folder.resolve("work");
            Files.writeString(
                    file, new DemoConfiguration(options.port(), work, token, accounts).yaml());
            Launcher launcher = Launcher.start(file, Map.of(), home);
            String welcome = new Welcome(launcher.port(), token, sandbox).text(accounts);
            return new Demo(sandbox, launcher, folder, welcome);
        } catch (IOException | RuntimeException | Error e) {
            sandbox.close();
            delete(folder);
            throw e;
        }
    }

    private static void start(Sandbox sandbox) {
        try {
            sandbox.start();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "%s; choose another port with --sandbox-port.".formatted(e.getMessage()), e);
        }
    }

    /** Where it listens, and requests to try. */
    String welcome() {
        return welcome;
    }

    @Override
    public void close() {
        launcher.close();
        sandbox.close();
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
