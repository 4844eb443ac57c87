package io.convene.launcher.cli.doctor;

import io.convene.launcher.check.StartReport;
import io.convene.launcher.cli.Count;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The problems that a start would report. */
final class ReportChecks {
    private ReportChecks() {}

    static List<Diagnosis> of(StartReport report) {
        List<Diagnosis> found = new ArrayList<>();
        for (String problem : report.problems()) {
            found.add(Diagnosis.failed("configuration", problem));
        }
        if (found.isEmpty()) {
            found.add(
                    Diagnosis.ok(
                            "configuration",
                            "%s, %s"
                                    .formatted(
                                            Count.of(report.config().accounts().size(), "account"),
                                            Count.of(report.config().tokens().size(), "token"))));
        }
        found.addAll(bundles(report));
        for (String id : new TreeSet<>(report.missing())) {
            found.add(
                    Diagnosis.failed(
                            "required",
                            "no active bundle serves '%s', which providers.required names; put its bundle into %s, or repair the one there"
                                    .formatted(id, report.config().providers().directory())));
        }
        for (String accounts : report.unserved()) {
            found.add(Diagnosis.failed("accounts", accounts));
        }
        return found;
    }

    private static List<Diagnosis> bundles(StartReport report) {
        List<Diagnosis> found = new ArrayList<>();
        for (ProviderStatus bundle : report.refused()) {
            String code = bundle.code().map(ProviderCode::code).orElse("");
            found.add(
                    Diagnosis.failed(
                            "bundles",
                            "%s is refused (%s); convene providers why %s explains it"
                                    .formatted(bundle.bundle(), code, bundle.bundle())));
        }
        if (report.bundles().isEmpty()) {
            found.add(Diagnosis.warning("bundles", "there are none, so nothing can be listed"));
        } else if (found.isEmpty()) {
            found.add(Diagnosis.ok("bundles", "%d, all active".formatted(report.bundles().size())));
        }
        return found;
    }
}
