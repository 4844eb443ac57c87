package io.convene.testkit.engine;

import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.ProviderStatus;
import io.convene.testkit.Rule;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Examines rule by rule. It is made and called from outside of its layer, by the JDK's types: a
 * rule's name in, why it was not examined (empty if it was) and what breaks it out.
 */
public final class Engine
        implements Function<String, Map.Entry<String, List<String>>>, AutoCloseable {
    private final Facts facts;
    private final Host host;

    /** An examination of what the facts say. */
    public Engine(Map<String, Object> facts) {
        this.facts = Facts.of(facts);
        this.host = Host.open(this.facts, "host");
    }

    @Override
    public Map.Entry<String, List<String>> apply(String name) {
        Rule rule = Rule.valueOf(name);
        Problems problems = new Problems();
        try {
            return examine(rule, problems)
                    .map(why -> Map.entry(why, List.<String>of()))
                    .orElseGet(() -> Map.entry("", problems.list()));
        } catch (Throwable e) {
            // Whatever a bundle throws is told as text: the object would keep its loader alive.
            problems.add("It could not be examined, because of " + trace(e));
            return Map.entry("", problems.list());
        }
    }

    @Override
    public void close() {
        host.close();
    }

    private Optional<String> examine(Rule rule, Problems problems) {
        switch (rule) {
            case LOADING -> LoadingCheck.run(host, problems);
            case VERSION -> ModuleCheck.version(facts.bundle(), problems);
            case HOST_MODULES -> ModuleCheck.hostModules(facts.bundle(), problems);
            case BOUND_TYPES -> CodeCheck.boundTypes(facts.bundle(), problems);
            case TRANSLATION -> CodeCheck.translation(facts.bundle(), problems);
            case DESCRIPTOR -> {
                return loaded(new DescriptorCheck(), problems);
            }
            case DECLARED_FIELDS -> {
                return loaded(FieldChecks::declared, problems);
            }
            case UNDECLARED_FIELDS -> {
                return loaded(FieldChecks::undeclared, problems);
            }
            case VALUES -> {
                return facts.truth().isEmpty()
                        ? Optional.of(ValuesCheck.UNTOLD)
                        : loaded(new ValuesCheck(), problems);
            }
            case FILTERS -> {
                return loaded(FilterChecks::each, problems);
            }
            case FILTER_PAIRS -> {
                return loaded(FilterChecks::pairs, problems);
            }
            case PAGING -> {
                return loaded(new PagingCheck(), problems);
            }
            case POSITIONS -> {
                return loaded(ErrorChecks::positions, problems);
            }
            case LOOKUP -> {
                return loaded(new LookupCheck(), problems);
            }
            case ERRORS -> {
                return loaded(ErrorChecks::errors, problems);
            }
            case ODD_RECORDS -> {
                return loaded(new OddRecordsCheck(), problems);
            }
            case HOSTS -> {
                return loaded(new HostsCheck(), problems);
            }
            case CONCURRENCY -> {
                return loaded(new ConcurrencyCheck(), problems);
            }
            case UNLOADING -> {
                return host.lease().isEmpty()
                        ? Optional.of(notLoaded())
                        : UnloadingCheck.run(facts, problems);
            }
        }
        return Optional.empty();
    }

    private Optional<String> loaded(Check check, Problems problems) {
        Optional<Lease> lease = host.lease();
        if (lease.isEmpty()) {
            return Optional.of(notLoaded());
        }
        try (Subject subject = new Subject(host, lease.get())) {
            check.run(subject, problems);
        }
        return Optional.empty();
    }

    private String notLoaded() {
        return "the bundle is not loaded"
                + host.status().flatMap(ProviderStatus::reason).map(why -> ": " + why).orElse(".");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }
}
