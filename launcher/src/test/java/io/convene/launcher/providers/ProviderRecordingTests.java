package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.convene.launcher.config.CanaryConfig;
import io.convene.launcher.config.ProvidersConfig;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ProviderRecordingTests {
    @Test
    void writesEachStateAndRolloutIntoTheFlightRecorder(@TempDir Path temp) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("providers"));
        Path file = temp.resolve("bundles.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            useBundles(folder, temp.resolve("work"));
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(of("io.convene.ProviderState", events))
                .filteredOn(event -> event.getString("bundle").equals("greenhouse-1.1.0.jar"))
                .extracting(event -> event.getString("state"))
                .containsExactly(
                        "DISCOVERED",
                        "VERIFIED",
                        "RESOLVED",
                        "LOADED",
                        "ACTIVE",
                        "DRAINING",
                        "UNLOADED");
        assertThat(of("io.convene.ProviderState", events))
                .filteredOn(event -> event.getString("state").equals("REJECTED"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("bundle")).isEqualTo("broken-1.0.0.jar");
                    assertThat(event.getString("code")).isEqualTo("PRV-106");
                    assertThat(event.getString("reason")).contains("cannot be read as a jar");
                });
        assertThat(of("io.convene.ProviderRollout", events))
                .extracting(
                        event -> event.getString("action"), event -> event.getString("candidate"))
                .containsExactly(tuple("STARTED", "1.1.0"), tuple("ROLLED_BACK", "1.1.0"));
    }

    private static void useBundles(Path folder, Path work) throws Exception {
        ProviderRecording recording = new ProviderRecording();
        ProvidersConfig config =
                ProvidersConfig.of(folder, work).canary(new CanaryConfig(10, 5, 50));
        TestBundle.of("greenhouse").writeTo(folder.resolve("greenhouse-1.0.0.jar"));
        try (Providers providers = Providers.open(config, recording)) {
            recording.watch(providers);
            TestBundle.of("greenhouse")
                    .version("1.1.0")
                    .writeTo(folder.resolve("greenhouse-1.1.0.jar"));
            Files.writeString(folder.resolve("broken-1.0.0.jar"), "garbage");
            providers.reload();
            providers.rollBack("greenhouse");
        }
    }

    private static List<RecordedEvent> of(String name, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}
