package io.convene.testkit.engine.report;

/**
 * Names in one sentence a forbidden act of one of the bundle's methods. It carries no trace and no
 * cause: nothing of the bundle is held.
 */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractViolation(String sentence) {
        super(sentence, null, false, false);
    }
}
