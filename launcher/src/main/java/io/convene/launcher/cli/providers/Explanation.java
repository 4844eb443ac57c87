package io.convene.launcher.cli.providers;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.PrintStream;
import java.util.List;

/** Explains one bundle to a person: its state, the evidence, each problem, and its modules. */
final class Explanation {
    private static final List<String> EVIDENCE =
            List.of("bundle", "id", "version", "module", "spi", "sha256", "signature");

    /** Of accounts there may be thousands. */
    private static final int MOST_SHOWN = 10;

    private final JsonObject bundle;

    /** An explanation of that object of {@code GET /admin/providers}. */
    Explanation(JsonObject bundle) {
        this.bundle = bundle;
    }

    /** Prints it under a sentence about the bundle's state. */
    void print(PrintStream out) {
        print(headline(), out);
    }

    /** Prints it under that sentence. */
    void print(String headline, PrintStream out) {
        List<JsonObject> problems = bundle.getJsonArray("problems").getValuesAs(JsonObject.class);
        out.println(headline);
        out.println();
        EVIDENCE.forEach(member -> text(member, out));
        list("hosts", out);
        if (bundle.get("documentation") instanceof JsonString page) {
            line("docs", page.getString(), out);
        }
        if (bundle.get("tier") instanceof JsonObject tier) {
            line("tier", tier.getString("claimed") + ", as its author claims", out);
        }
        SheetLines.of(bundle).forEach((name, text) -> line(name, text, out));
        list("accounts", out);
        for (JsonObject problem : problems) {
            out.printf(
                    "%n%s  %s%n  why: %s%n  fix: %s%n",
                    problem.getString("code"),
                    problem.getString("meaning"),
                    problem.getString("reason"),
                    problem.getString("fix"));
        }
        List<JsonObject> modules = bundle.getJsonArray("modules").getValuesAs(JsonObject.class);
        if (!modules.isEmpty()) {
            out.println();
            new ModuleTree(modules, bundle.getString("module", "")).print(out);
        }
    }

    /** The number of problems, as the end of a sentence. */
    static String count(int problems) {
        return switch (problems) {
            case 0 -> "";
            case 1 -> ", with one problem";
            default -> ", with %d problems".formatted(problems);
        };
    }

    private String headline() {
        String state = bundle.getString("state");
        String subject = bundle.getString("id", bundle.getString("bundle"));
        boolean named = !bundle.isNull("id") && !bundle.isNull("version");
        String versioned = named ? subject + " " + bundle.getString("version") : subject;
        String meaning =
                switch (state) {
                    case "ACTIVE" -> "it serves requests";
                    case "REJECTED" -> "it is not served, and none of its code is loaded";
                    case "FAILED" -> "it is not served, because its own code failed";
                    case "QUARANTINED" -> "it is not called for a while";
                    case "SUPERSEDED", "DRAINING" -> "it ends with the requests that still use it";
                    case "LEAKED" -> "it is replaced, but its classes are still in memory";
                    default -> "it is on its way";
                };
        return "%s is %s%s: %s."
                .formatted(
                        versioned, state, count(bundle.getJsonArray("problems").size()), meaning);
    }

    private void text(String member, PrintStream out) {
        JsonValue value = bundle.get(member);
        if (value instanceof JsonString text) {
            line(member, text.getString(), out);
        }
    }

    private void list(String member, PrintStream out) {
        JsonValue value = bundle.get(member);
        if (value != null && value.getValueType() == JsonValue.ValueType.ARRAY) {
            List<String> texts =
                    value.asJsonArray().getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList();
            if (!texts.isEmpty()) {
                String shown = String.join(", ", texts.stream().limit(MOST_SHOWN).toList());
                int more = texts.size() - MOST_SHOWN;
                line(member, more > 0 ? "%s and %d more".formatted(shown, more) : shown, out);
            }
        }
    }

    private static void line(String name, String text, PrintStream out) {
        out.printf("%-11s %s%n", name, text);
    }
}
