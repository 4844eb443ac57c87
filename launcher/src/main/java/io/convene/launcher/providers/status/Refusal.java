package io.convene.launcher.providers.status;

/**
 * Ends the way of one bundle. Carries text only: a cause would keep the bundle's classes loaded.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Refusal(Finding finding) {
        super(finding.toString(), null, false, false);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
