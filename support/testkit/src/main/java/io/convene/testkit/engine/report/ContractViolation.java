package io.convene.testkit.engine.report;

/**
 * Says in one sentence what a method of the bundle did that no method may do. It carries no trace
 * and no cause: nothing of the bundle is held.
 */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractViolation(String sentence) {
        super(sentence, null, false, false);
    }
}
