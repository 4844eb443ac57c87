package io.convene.launcher.cli.providers;

import jakarta.json.JsonObject;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The modules of a bundle as a tree: the requirements of each, and the origin of each of those. */
final class ModuleTree {
    private static final int INDENT = 2;

    /** Modules whose version is that of the JDK, which explains nothing. */
    private static final Pattern JDK = Pattern.compile("(java|jdk)\\..*");

    private final Map<String, JsonObject> modules = new LinkedHashMap<>();
    private final Map<String, List<String>> jars = new LinkedHashMap<>();
    private final String main;
    private final Set<String> shown = new LinkedHashSet<>();

    /**
     * A tree of those modules.
     *
     * @param main the bundle's own module, which is the root; empty if it is unknown
     */
    ModuleTree(List<JsonObject> modules, String main) {
        for (JsonObject module : modules) {
            String name = module.getString("module");
            this.modules.putIfAbsent(name, module);
            jars.computeIfAbsent(name, key -> new ArrayList<>()).add(module.getString("jar"));
        }
        this.main = main;
    }

    /** Prints the tree of the bundle's own module, then those of modules that nobody requires. */
    void print(PrintStream out) {
        JsonObject root = modules.get(main);
        if (root != null) {
            print("module ", root, 0, new LinkedHashSet<>(), out);
        }
        for (JsonObject module : modules.values()) {
            if (!shown.contains(module.getString("module"))) {
                print("module ", module, 0, new LinkedHashSet<>(), out);
            }
        }
    }

    private void print(
            String word, JsonObject module, int depth, Set<String> above, PrintStream out) {
        String name = module.getString("module");
        String in = String.join(" and ", jars.getOrDefault(name, List.of()));
        String version = versioned(name, module);
        if (above.contains(name)) {
            line(depth, "%s%s (%s): a circle".formatted(word, version, in), out);
            return;
        }
        if (!shown.add(name)) {
            line(depth, "%s%s (%s): see above".formatted(word, version, in), out);
            return;
        }
        line(depth, "%s%s (%s)".formatted(word, version, in), out);
        above.add(name);
        for (JsonObject required : module.getJsonArray("requires").getValuesAs(JsonObject.class)) {
            JsonObject own = modules.get(required.getString("module"));
            if (own != null && required.getString("from").equals("bundle")) {
                print("requires ", own, depth + 1, above, out);
            } else {
                line(depth + 1, leaf(required), out);
            }
        }
        above.remove(name);
    }

    private static String leaf(JsonObject required) {
        String from =
                switch (required.getString("from")) {
                    case "host" -> "from the host";
                    case "forbidden" -> "NOT ALLOWED to bundles";
                    case "missing" -> "MISSING";
                    case "optional" -> "absent, needed for compiling only";
                    default -> "from the bundle";
                };
        String name = required.getString("module");
        String shown = JDK.matcher(name).matches() ? name : versioned(name, required);
        return "requires %s: %s".formatted(shown, from);
    }

    private static String versioned(String name, JsonObject object) {
        return object.isNull("version") ? name : name + "@" + object.getString("version");
    }

    private static void line(int depth, String text, PrintStream out) {
        out.println(" ".repeat(depth * INDENT) + text);
    }
}
