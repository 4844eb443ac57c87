package io.convene.launcher.cli.doctor;

import io.convene.launcher.check.StartReport;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderStatus;

import java.util.ArrayList;
import java.util.List;

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
                            "%d accounts, %d tokens"
                                    .formatted(
                                            report.config().accounts().size(),
                                            report.config().tokens().size())));
        }
        found.addAll(bundles(report));
        for (String id : report.missing()) {
            found.add(
                    Diagnosis.failed(
                            "required",
                            "no bundle serves '%s', which providers.required names".formatted(id)));
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
