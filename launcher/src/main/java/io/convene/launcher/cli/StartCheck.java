package io.convene.launcher.cli;

import io.convene.launcher.check.StartReport;
import io.convene.launcher.providers.status.Finding;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.ProvidersException;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Prints everything that a start would complain about. */
final class StartCheck {
    private StartCheck() {}

    /** Checks and returns the exit code. */
    static int run(
            Path file, Map<String, String> overrides, Path home, PrintStream out, PrintStream err) {
        try {
            StartReport report = StartReport.of(file, overrides, home);
            print(report, err);
            if (report.isClean()) {
                out.printf(
                        "Everything is in order: %s, %s.%n",
                        Count.of(report.bundles().size(), "bundle"),
                        Count.of(report.config().accounts().size(), "account"));
            }
            return code(report);
        } catch (ProvidersException e) {
            err.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static void print(StartReport report, PrintStream err) {
        report.problems().forEach(problem -> err.println("configuration: " + problem));
        for (ProviderStatus bundle : report.refused()) {
            for (Finding finding : bundle.findings()) {
                err.printf("bundle %s: %s%n", bundle.bundle(), finding);
            }
        }
        report.missing().stream()
                .sorted()
                .forEach(id ->
                        err.printf(
                                "required: no active bundle serves '%s', which providers.required names; put its bundle into %s, or repair the one there.%n",
                                id, report.config().providers().directory()));
        report.unserved().forEach(accounts -> err.printf("accounts: %s.%n", accounts));
    }

    private static int code(StartReport report) {
        if (!report.problems().isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        if (!report.missing().isEmpty()) {
            return ExitCode.PROVIDER_MISSING;
        }
        return report.isClean() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
