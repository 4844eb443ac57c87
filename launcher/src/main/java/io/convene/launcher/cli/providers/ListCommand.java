package io.convene.launcher.cli.providers;

import io.convene.launcher.api.admin.ProviderJson;
import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.providers.Providers;

import jakarta.json.JsonArray;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.Optional;

/** {@code convene providers list}: every bundle and its state. */
final class ListCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("list");
        FolderOptions.addTo(spec);
        ServerOptions.addTo(spec, "the running server to ask, instead of reading a folder");
        Output.addTo(spec);
        spec.usageMessage()
                .description(
                        "Lists the bundles of a folder or a running server, with their states.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        JsonArray bundles = bundles(options);
        if (Output.isJson(options)) {
            out.println(bundles);
            return ExitCode.DONE;
        }
        Table table = new Table("id", "version", "state", "bundle", "code");
        bundles.forEach(one -> table.add(one.asJsonObject()));
        table.print(out);
        return ExitCode.DONE;
    }

    private static JsonArray bundles(ParseResult options) throws InterruptedException {
        Optional<AdminClient> server = ServerOptions.named(options);
        if (server.isPresent()) {
            return server.get().get("/admin/providers").getJsonArray("providers");
        }
        try (Providers providers = Providers.examine(FolderOptions.of(options))) {
            return ProviderJson.of(providers.list());
        }
    }
}
