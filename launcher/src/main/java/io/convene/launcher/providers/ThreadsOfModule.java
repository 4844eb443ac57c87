package io.convene.launcher.providers;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Finds the threads, virtual ones included, that a bundle that should be gone has to do with. */
final class ThreadsOfModule {
    private ThreadsOfModule() {}

    /** The names of the threads that belong to the class loader, or run code of the module. */
    static Set<String> find(ClassLoader loader, String module) {
        Set<String> names = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (loader.equals(thread.getClass().getClassLoader())
                    || loader.equals(thread.getContextClassLoader())) {
                names.add(thread.getName());
            }
        }
        names.addAll(running(module));
        return names;
    }

    // Only a dump of all threads has the stacks of virtual ones.
    private static Set<String> running(String module) {
        Set<String> names = new TreeSet<>();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("convene-threads-");
            Path dump = folder.resolve("threads.json");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
            collect(dump, module, names);
        } catch (IOException | JsonException | UnsupportedOperationException e) {
            // What is known from elsewhere is still worth reporting.
        } finally {
            if (folder != null) {
                WorkDirectory.delete(folder);
            }
        }
        return names;
    }

    private static void collect(Path dump, String module, Set<String> names) throws IOException {
        try (InputStream in = Files.newInputStream(dump);
                JsonReader reader = Json.createReader(in)) {
            JsonObject threads = reader.readObject().getJsonObject("threadDump");
            for (JsonValue container : threads.getJsonArray("threadContainers")) {
                for (JsonValue value : container.asJsonObject().getJsonArray("threads")) {
                    JsonObject thread = value.asJsonObject();
                    if (thread.getJsonArray("stack").stream()
                            .anyMatch(frame -> isOf(module, frame))) {
                        names.add(name(thread));
                    }
                }
            }
        }
    }

    /** A frame of a module reads {@code module@version/class.method(file:line)}. */
    private static boolean isOf(String module, JsonValue frame) {
        String text = frame instanceof JsonString string ? string.getString() : "";
        return text.startsWith(module + "@") || text.startsWith(module + "/");
    }

    private static String name(JsonObject thread) {
        String name = thread.getString("name", "");
        return name.isEmpty() ? "#%s".formatted(thread.get("tid")) : name;
    }
}
