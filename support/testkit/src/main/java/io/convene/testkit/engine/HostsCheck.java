package io.convene.testkit.engine;

import io.convene.core.spi.VendorException;
import io.convene.testkit.engine.host.AddressGuard;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.values.FilterChecks;
import io.convene.testkit.engine.values.LookupCheck;

import java.util.Set;

/** Where requests go, in everything that a bundle can be asked for. */
final class HostsCheck implements Check {
    @Override
    public void run(Subject subject, RuleProblems problems) {
        if (subject.authentication().isToken()) {
            for (boolean renewal : new boolean[] {false, true}) {
                AddressGuard.check(
                        subject.provider().tokenRequest(subject.connection(), renewal),
                        subject.descriptor().hosts(),
                        subject.facts().authorities(),
                        problems);
            }
        }
        attempt(() -> subject.list(subject.scope(), subject.support().expands(), 100));
        attempt(() -> FilterChecks.some(subject, new RuleProblems()));
        attempt(() -> new LookupCheck().run(subject, new RuleProblems()));
        subject.strayed().list().forEach(problems::add);
        Set<String> declared = Set.copyOf(subject.descriptor().hosts());
        if (declared.isEmpty()) {
            problems.add(
                    "The descriptor declares no host: name the vendor's hosts with ProviderDescriptor.Builder.host.");
        }
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (VendorException e) {
            // A request that strays is refused and noted; other rules report other failures.
        }
    }
}
