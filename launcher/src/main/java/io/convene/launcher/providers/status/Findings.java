package io.convene.launcher.providers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects everything that is wrong with one bundle, so that it is reported together. Not
 * thread-safe.
 */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    /** Whether nothing was found so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far. */
    public List<Finding> all() {
        return List.copyOf(found);
    }

    /** Adds a finding. */
    public void add(Finding finding) {
        found.add(finding);
    }

    /** Takes a step, and adds the findings if it is refused. */
    public void check(Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            found.addAll(refusal.findings());
        }
    }

    /** The result of a step; empty when it is refused, and then its findings are added. */
    public <T> Optional<T> collect(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (Refusal refusal) {
            found.addAll(refusal.findings());
            return Optional.empty();
        }
    }

    /**
     * Ends the way of the bundle when anything was found.
     *
     * @throws Refusal with all findings
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    /** The refusal of the bundle for what was found, which is at least one finding. */
    public Refusal refusal() {
        return new Refusal(found);
    }
}
