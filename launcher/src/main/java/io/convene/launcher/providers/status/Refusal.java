package io.convene.launcher.providers.status;

import java.util.List;

/**
 * Ends the way of one bundle. Carries text only: a cause would keep the bundle's classes loaded.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    Refusal(List<Finding> findings) {
        super(findings.getFirst().toString(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** The first finding, which is the reason of the refusal. */
    public Finding finding() {
        return findings.getFirst();
    }

    /** Everything that was found, in the order of the checks. */
    public List<Finding> findings() {
        return findings;
    }
}
