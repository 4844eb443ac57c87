package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.BundlePins;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.ProvidersException;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** {@code convene providers lock}: pins the bytes of the bundles that are in a folder. */
final class LockCommand implements Command {
    private static final String UPDATE = "--update";

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("lock")
                        .addOption(
                                OptionSpec.builder(UPDATE)
                                        .description(
                                                "also pins bundles again whose bytes have changed")
                                        .build());
        FolderOptions.addTo(spec);
        Output.addTo(spec);
        spec.usageMessage()
                .description("Pins the bytes of the bundles in a folder, in providers.lock.")
                .footer(
                        "",
                        "A bundle of a pinned version with other bytes is refused from then on. Ends with 1 if",
                        "a bundle is not pinned as it is: it is refused, or has changed.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err) {
        ProvidersConfig config = FolderOptions.of(options);
        List<ProviderStatus> bundles =
                BundleCheck.inspect(
                        config,
                        inspection -> List.copyOf(inspection.all(config.directory()).values()));
        JsonArray pinned = pin(bundles, config, options.hasMatchedOption(UPDATE));
        if (Output.isJson(options)) {
            out.println(pinned);
        } else if (pinned.isEmpty()) {
            out.println("There are no bundles.");
        } else {
            Table table = new Table("id", "version", "bundle", "pin", "sha256");
            pinned.getValuesAs(JsonObject.class).forEach(table::add);
            table.print(out);
        }
        return explain(pinned, err);
    }

    private static JsonArray pin(
            List<ProviderStatus> bundles, ProvidersConfig config, boolean update) {
        try {
            BundlePins pins = new BundlePins(config);
            JsonArrayBuilder out = Json.createArrayBuilder();
            for (ProviderStatus bundle : bundles) {
                out.add(object(bundle, pin(bundle, pins, update)));
            }
            return out.build();
        } catch (ProvidersException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    /** Pins a bundle, if that is right, and says how it is pinned now. */
    private static String pin(ProviderStatus bundle, BundlePins pins, boolean update) {
        if (bundle.state() != ProviderState.VERIFIED) {
            return "refused";
        }
        Optional<String> pin = pins.of(bundle);
        if (pin.equals(bundle.contents().sha256())) {
            return "unchanged";
        }
        if (pin.isPresent() && !update) {
            return "differs";
        }
        pins.put(List.of(bundle));
        return pin.isPresent() ? "updated" : "new";
    }

    private static JsonObject object(ProviderStatus bundle, String pin) {
        return Json.createObjectBuilder()
                .add("id", bundle.id().orElse("-"))
                .add("version", bundle.version().orElse("-"))
                .add("bundle", bundle.bundle())
                .add("pin", pin)
                .add("sha256", bundle.contents().sha256().orElse("-"))
                .build();
    }

    private static int explain(JsonArray pinned, PrintStream err) {
        int code = ExitCode.DONE;
        for (JsonObject bundle : pinned.getValuesAs(JsonObject.class)) {
            String name = bundle.getString("bundle");
            switch (bundle.getString("pin")) {
                case "differs" -> {
                    err.printf(
                            "convene: %s has other bytes than those pinned; restore it, or pin it again with %s%n",
                            name, UPDATE);
                    code = ExitCode.FAILED;
                }
                case "refused" -> {
                    err.printf(
                            "convene: %s is not pinned, because it is refused; convene providers why %s says why%n",
                            name, name);
                    code = ExitCode.FAILED;
                }
                default -> {}
            }
        }
        return code;
    }
}
