package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class DirectoryWatchTests {
    @TempDir private Path folder;

    @Test
    void reloadsOnceWhenAFileHasComeAndOnceWhenItHasGone() throws Exception {
        AtomicInteger reloads = new AtomicInteger();
        try (DirectoryWatch watch = DirectoryWatch.of(folder, reloads::incrementAndGet)) {
            Path jar = Files.writeString(folder.resolve("acme-1.0.0.jar"), "first");
            await().untilAtomic(reloads, value -> assertThat(value).isEqualTo(1));

            Files.delete(jar);
            await().untilAtomic(reloads, value -> assertThat(value).isEqualTo(2));
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void seesAChangeWithinTheFolderOfABundle() throws Exception {
        Path bundle = Files.createDirectory(folder.resolve("acme-1.0.0"));
        AtomicInteger reloads = new AtomicInteger();
        try (DirectoryWatch watch = DirectoryWatch.of(folder, reloads::incrementAndGet)) {
            Files.writeString(bundle.resolve("library.jar"), "library");
            await().untilAtomic(reloads, value -> assertThat(value).isEqualTo(1));
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void waitsUntilAFileIsNoLongerWritten() throws Exception {
        AtomicInteger reloads = new AtomicInteger();
        try (DirectoryWatch watch = DirectoryWatch.of(folder, reloads::incrementAndGet)) {
            Path jar = folder.resolve("acme-1.0.0.jar");
            AtomicInteger writes = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        Files.writeString(
                                jar, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        return writes.incrementAndGet() == 20;
                    });
            assertThat(reloads).hasValue(0);

            await().untilAtomic(reloads, value -> assertThat(value).isEqualTo(1));
            assertThat(watch).isNotNull();
        }
    }
}
