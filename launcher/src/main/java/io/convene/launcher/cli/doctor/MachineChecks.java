package io.convene.launcher.cli.doctor;

import io.convene.launcher.providers.bundle.FileFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks of the Java runtime, memory and folders. */
final class MachineChecks {
    private static final int JAVA = 25;
    private static final long LEAST_HEAP = 128L << 20;
    private static final long LEAST_DISK = 256L << 20;

    private MachineChecks() {}

    static List<Diagnosis> ofRuntime() {
        return List.of(java(), memory(Runtime.getRuntime().maxMemory()));
    }

    static List<Diagnosis> ofFolders(Path bundles, Path work) {
        return List.of(bundles(bundles), work(work));
    }

    private static Diagnosis java() {
        Runtime.Version version = Runtime.version();
        if (version.feature() < JAVA) {
            return Diagnosis.failed(
                    "java", "%s is older than %d; start bin/convene".formatted(version, JAVA));
        }
        return Diagnosis.ok("java", version.toString());
    }

    static Diagnosis memory(long heap) {
        String text = "%d MiB for objects".formatted(heap >> 20);
        return heap < LEAST_HEAP
                ? Diagnosis.warning(
                        "memory",
                        text + "; give the process more, or set -Xmx in CONVENE_JAVA_OPTIONS")
                : Diagnosis.ok("memory", text);
    }

    private static Diagnosis bundles(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return Diagnosis.failed(
                    "providers",
                    "%s does not exist or cannot be read; create it or make it readable"
                            .formatted(folder));
        }
        return Files.isWritable(folder)
                ? Diagnosis.ok("providers", folder.toString())
                : Diagnosis.ok(
                        "providers",
                        "%s is read-only, so providers.lock is kept in the work folder"
                                .formatted(folder));
    }

    private static Diagnosis work(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".doctor", ""));
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_DISK) {
                return Diagnosis.warning(
                        "work", "%s has only %d MiB left; make room".formatted(folder, free >> 20));
            }
            return Diagnosis.ok("work", folder.toString());
        } catch (IOException e) {
            return Diagnosis.failed(
                    "work",
                    "%s cannot be written (%s); make it writable or set providers.work"
                            .formatted(folder, FileFailure.reason(e)));
        }
    }
}
