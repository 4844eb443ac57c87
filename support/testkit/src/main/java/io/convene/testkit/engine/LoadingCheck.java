package io.convene.testkit.engine;

import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.testkit.engine.host.Host;
import io.convene.testkit.engine.report.RuleProblems;

/** Reports the findings of the host itself when it loads the bundle. */
final class LoadingCheck {
    private LoadingCheck() {}

    static void run(Host host, RuleProblems problems) {
        host.status()
                .ifPresentOrElse(
                        status -> {
                            if (status.state() != ProviderState.ACTIVE) {
                                problems.add(said(status));
                            }
                        },
                        () ->
                                problems.add(
                                        "The host does not take "
                                                + host.facts().bundle().getFileName()
                                                + " for a bundle: a jar's name ends with .jar, and a folder carries jars."));
    }

    private static String said(ProviderStatus status) {
        return status.code().map(code -> code.code() + " ").orElse("")
                + status.reason().orElse("The host does not serve the bundle.")
                + status.fix().map(fix -> " " + fix).orElse("");
    }
}
