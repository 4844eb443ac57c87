package io.convene.testkit.engine;

import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.testkit.Rule;
import io.convene.testkit.engine.faults.EnvelopeCheck;
import io.convene.testkit.engine.faults.ErrorChecks;
import io.convene.testkit.engine.faults.OddRecordsCheck;
import io.convene.testkit.engine.host.CallMonitor;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Facts;
import io.convene.testkit.engine.host.Host;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.jars.BundleCode;
import io.convene.testkit.engine.jars.ModuleCheck;
import io.convene.testkit.engine.paging.CappedPagesCheck;
import io.convene.testkit.engine.paging.PagingCheck;
import io.convene.testkit.engine.paging.PositionCheck;
import io.convene.testkit.engine.paging.RepeatedPagesCheck;
import io.convene.testkit.engine.paging.TotalsCheck;
import io.convene.testkit.engine.report.ContractViolation;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;
import io.convene.testkit.engine.spi.SpiUse;
import io.convene.testkit.engine.values.FieldChecks;
import io.convene.testkit.engine.values.FilterChecks;
import io.convene.testkit.engine.values.LookupCheck;
import io.convene.testkit.engine.values.ValuesCheck;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Examines rule by rule. It is made and called from outside of its layer, by the JDK's types: a
 * rule's name in, and out the lists {@code skipped} (why it was not examined, if it was not),
 * {@code problems} and {@code gaps}. The name {@code spi} asks for the use of the SPI instead,
 * which is no rule.
 */
public final class Engine implements Function<String, Map<String, List<String>>>, AutoCloseable {
    private static final String SPI = "spi";

    /** The rules that damage records, so that one that cannot be mapped is not a fault. */
    private static final Set<Rule> DISTURBING =
            EnumSet.of(Rule.ODD_RECORDS, Rule.ODD_ENVELOPES, Rule.UNLOADING);

    /** A call that does not return runs on during all later rules. */
    private static final int MOST_RAN_OUT = 2;

    private static final Duration END = Duration.ofSeconds(20);

    private final Facts facts;
    private final Host host;
    private final Set<Rule> ranOut = EnumSet.noneOf(Rule.class);

    /** An examination of the bundle that the facts describe. */
    public Engine(Map<String, Object> facts) {
        this.facts = Facts.of(facts);
        this.host = Host.open(this.facts, "host");
    }

    @Override
    public Map<String, List<String>> apply(String name) {
        if (name.equals(SPI)) {
            return found(Optional.empty(), new RuleProblems(), SpiUse.missing(facts.bundle()));
        }
        Rule rule = Rule.valueOf(name);
        if (ranOut.size() >= MOST_RAN_OUT) {
            return found(
                    Optional.of(
                            "the rules %s ran out of time before, and their calls may still run."
                                    .formatted(ranOut)),
                    new RuleProblems(),
                    List.of());
        }
        CallMonitor monitor = new CallMonitor();
        RuleProblems problems = new RuleProblems();
        TimedRun<Optional<String>> limited =
                TimedRun.run(
                        "rule " + rule, facts.limit(), () -> examined(rule, monitor, problems));
        if (limited.result().isEmpty()) {
            ranOut.add(rule);
            problems.first(
                    "The rule %s ran out of time after %d s, %s The kit's limit is raised with -Dconvene.kit.time-limit=PT5M."
                            .formatted(
                                    rule,
                                    facts.limit().toSeconds(),
                                    monitor.stuck(limited.thread())));
            limited.thread().interrupt();
            return found(Optional.empty(), problems, List.of());
        }
        return found(limited.result().get(), problems, problems.gaps());
    }

    private static Map<String, List<String>> found(
            Optional<String> skipped, RuleProblems problems, List<String> gaps) {
        return Map.of(
                "skipped", skipped.stream().toList(), "problems", problems.list(), "gaps", gaps);
    }

    @Override
    public void close() {
        // A bundle that does not return may hold up threads that wait for its calls.
        TimedRun.run(
                "end of the kit",
                END,
                () -> {
                    host.close();
                    return Optional.empty();
                });
    }

    private Optional<String> examined(Rule rule, CallMonitor monitor, RuleProblems problems) {
        try {
            Optional<String> skipped = examine(rule, monitor, problems);
            monitor.nulls().list().forEach(problems::add);
            if (!DISTURBING.contains(rule)) {
                monitor.failures().list().forEach(problems::add);
            }
            return skipped;
        } catch (Throwable e) {
            // Whatever a bundle throws is told as text: the object would keep its loader alive.
            monitor.nulls().list().forEach(problems::add);
            problems.add(
                    e instanceof ContractViolation
                            ? Thrown.said(e)
                            : "The examination of the rule ended with %s."
                                    .formatted(Thrown.said(e)));
            return Optional.empty();
        }
    }

    private Optional<String> examine(Rule rule, CallMonitor monitor, RuleProblems problems) {
        switch (rule) {
            case LOADING -> LoadingCheck.run(host, problems);
            case VERSION -> ModuleCheck.version(facts.bundle(), problems);
            case HOST_MODULES -> ModuleCheck.hostModules(facts.bundle(), problems);
            case BOUND_TYPES -> BundleCode.boundTypes(facts.bundle(), problems);
            case TRANSLATION -> BundleCode.translation(facts.bundle(), problems);
            case DESCRIPTOR -> {
                return loaded(monitor, new DeclarationCheck(), problems);
            }
            case DECLARED_FIELDS -> {
                return loaded(monitor, FieldChecks::declared, problems);
            }
            case UNDECLARED_FIELDS -> {
                return loaded(monitor, FieldChecks::undeclared, problems);
            }
            case VALUES -> {
                return facts.truth().isEmpty()
                        ? Optional.of(ValuesCheck.UNTOLD)
                        : loaded(monitor, new ValuesCheck(), problems);
            }
            case FILTERS -> {
                return loaded(monitor, FilterChecks::each, problems);
            }
            case FILTER_PAIRS -> {
                return loaded(monitor, FilterChecks::pairs, problems);
            }
            case PAGING -> {
                return loaded(monitor, new PagingCheck(), problems);
            }
            case CAPPED_PAGES -> {
                return loaded(monitor, new CappedPagesCheck(), problems);
            }
            case REPEATED_PAGES -> {
                return loaded(monitor, new RepeatedPagesCheck(), problems);
            }
            case TOTALS -> {
                return loaded(monitor, new TotalsCheck(), problems);
            }
            case POSITIONS -> {
                return loaded(monitor, new PositionCheck(), problems);
            }
            case LOOKUP -> {
                return loaded(monitor, new LookupCheck(), problems);
            }
            case ERRORS -> {
                return loaded(monitor, ErrorChecks::errors, problems);
            }
            case ODD_RECORDS -> {
                return loaded(monitor, new OddRecordsCheck(), problems);
            }
            case ODD_ENVELOPES -> {
                return loaded(monitor, EnvelopeCheck::examine, problems);
            }
            case HOSTS -> {
                return loaded(monitor, new HostsCheck(), problems);
            }
            case CONCURRENCY -> {
                return loaded(monitor, new ConcurrencyCheck(), problems);
            }
            case UNLOADING -> {
                return host.lease().isEmpty()
                        ? Optional.of(notLoaded())
                        : UnloadingCheck.run(facts, monitor, problems);
            }
        }
        return Optional.empty();
    }

    private Optional<String> loaded(CallMonitor monitor, Check check, RuleProblems problems) {
        Optional<Lease> lease = host.lease();
        if (lease.isEmpty()) {
            return Optional.of(notLoaded());
        }
        try (Subject subject = new Subject(host, lease.get(), monitor)) {
            check.run(subject, problems);
        }
        return Optional.empty();
    }

    private String notLoaded() {
        return "the bundle is not loaded"
                + host.status().flatMap(ProviderStatus::reason).map(why -> ": " + why).orElse(".");
    }
}
