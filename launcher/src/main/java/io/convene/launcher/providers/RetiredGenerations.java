package io.convene.launcher.providers;

import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Released generations, until their classes are gone from memory. */
final class RetiredGenerations {
    private final List<Generation> generations = new CopyOnWriteArrayList<>();

    void add(List<Generation> more) {
        generations.addAll(more);
    }

    /** The records of those whose classes are still there. */
    List<BundleRecord> records() {
        return generations.stream()
                .filter(one -> !one.isCollected())
                .map(Generation::record)
                .toList();
    }

    /** Whether no request runs on any of them. */
    boolean isIdle() {
        return generations.stream().allMatch(Generation::isUnloaded);
    }

    /**
     * Forgets those that are gone, with their copies, and finds those that should be and are not.
     */
    void sweep() {
        forgetCollected();
        List<Generation> suspects = generations.stream().filter(Generation::isUnloaded).toList();
        if (!suspects.isEmpty() && collectGarbage()) {
            forgetCollected();
            suspects.stream()
                    .filter(one ->
                            !one.isCollected() && one.record().state() != ProviderState.LEAKED)
                    .forEach(one ->
                            one.record().ended(ProviderCode.LEAKED.about(one.record().bundle())));
        }
    }

    private void forgetCollected() {
        List<Generation> collected = generations.stream().filter(Generation::isCollected).toList();
        collected.forEach(one -> WorkDirectory.delete(one.folder()));
        generations.removeAll(collected);
    }

    // Asked for only when something should be gone, so that a leak is found and not guessed. Does
    // nothing where explicit collections are switched off.
    private static boolean collectGarbage() {
        WeakReference<Object> witness = new WeakReference<>(new Object());
        System.gc();
        return witness.refersTo(null);
    }
}
