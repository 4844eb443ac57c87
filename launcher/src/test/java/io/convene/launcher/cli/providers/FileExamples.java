package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.providers.CodeExample.InFolder;
import io.convene.launcher.cli.providers.CodeExample.InStep;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.bundle.BundleCopy;
import io.convene.launcher.providers.status.ProviderCode;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Faults of files. */
final class FileExamples {
    private static final String JAR = "acme-1.0.0.jar";
    private static final String RACE =
            "The file would have to change while it is read, so this is the refusal of the reading step itself.";

    private FileExamples() {}

    static void addTo(Map<ProviderCode, CodeExample> examples) {
        examples.put(
                ProviderCode.NOT_A_FILE,
                new InFolder(folder -> {
                    Files.createDirectory(folder.resolve(JAR));
                    return JAR;
                }));
        examples.put(
                ProviderCode.TOO_LARGE,
                new InFolder(folder -> {
                    try (RandomAccessFile file =
                            new RandomAccessFile(folder.resolve(JAR).toFile(), "rw")) {
                        file.setLength(BundleCopy.MAX_BYTES + 1);
                    }
                    return JAR;
                }));
        examples.put(
                ProviderCode.VANISHED,
                new InStep(folder -> BundleCopy.of(folder.resolve(JAR), folder), RACE));
        examples.put(
                ProviderCode.CHANGING,
                new InStep(
                        folder -> BundleCopy.copyFile(text(folder, JAR), 3, folder.resolve("copy")),
                        RACE));
        examples.put(
                ProviderCode.UNREADABLE,
                new InStep(
                        folder -> BundleCopy.of(text(folder, JAR), text(folder, "work")),
                        "The place of the private copies is a file here; a full disk is the usual cause."));
        examples.put(ProviderCode.NOT_A_JAR, new InFolder(folder -> name(text(folder, JAR))));
        examples.put(
                ProviderCode.EMPTY_FOLDER,
                new InFolder(folder -> name(Files.createDirectory(folder.resolve("acme-1.0.0")))));
        examples.put(
                ProviderCode.DANGLING_LINK,
                new InFolder(folder ->
                        name(
                                Files.createSymbolicLink(
                                        folder.resolve(JAR), Path.of("../releases/acme.jar")))));
        examples.put(
                ProviderCode.MISNAMED_JAR,
                new InFolder(folder -> name(text(folder, "ACME-1.0.0.JAR"))));
        examples.put(
                ProviderCode.OTHER_ARCHIVE,
                new InFolder(folder -> name(text(folder, "acme-1.0.0.zip"))));
        examples.put(
                ProviderCode.EMPTY_FILE,
                new InFolder(folder -> name(Files.createFile(folder.resolve(JAR)))));
        examples.put(
                ProviderCode.NO_PERMISSION,
                new InStep(
                        folder -> {
                            throw ProviderCode.NO_PERMISSION.refusal(JAR);
                        },
                        "Who runs the tests may be root, who may read everything, so the refusal is made directly."));
        examples.put(
                ProviderCode.UNUSABLE_NAME,
                new InStep(
                        folder -> {
                            throw ProviderCode.UNUSABLE_NAME.refusal(
                                    "prüfstand-1.0.0.jar", "ANSI_X3.4-1968");
                        },
                        "It depends on the locale of the process, so the refusal is made directly."));
        examples.put(
                ProviderCode.NO_MODULE_NAME,
                new InFolder(folder -> {
                    TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0/acme.jar"));
                    TestBundle.library("lib.plain", "Plain", "")
                            .withoutModuleInfo()
                            .writeTo(folder.resolve("acme-1.0.0/scala-lib_2.13-1.0.jar"));
                    return "acme-1.0.0";
                }));
    }

    private static Path text(Path folder, String name) throws java.io.IOException {
        return Files.writeString(folder.resolve(name), "some text");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
