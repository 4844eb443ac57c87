package io.convene.testkit.engine;

/**
 * Says in one sentence what a method of the bundle did that no method may do. It carries no trace
 * and no cause: nothing of the bundle is held.
 */
final class BundleFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BundleFault(String sentence) {
        super(sentence, null, false, false);
    }
}
