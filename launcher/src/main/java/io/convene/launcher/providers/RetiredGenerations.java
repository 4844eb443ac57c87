package io.convene.launcher.providers;

import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.time.PollingThread;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Released generations, until their classes are gone from memory. A thread looks after them: it
 * ends the requests that run on one for too long, removes the private copies of those that are
 * gone, and names those that are still there although the JVM has unloaded classes twice since. The
 * JVM is never asked to collect garbage. Thread-safe.
 */
final class RetiredGenerations implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int MOST_NAMES = 5;

    private final List<Generation> generations = new CopyOnWriteArrayList<>();
    private final Map<Generation, Suspicion> suspicions = new ConcurrentHashMap<>();
    private final Duration drain;
    private final PollingThread thread;

    /**
     * A look at an unloaded generation.
     *
     * @param witness of the next unloading of classes
     * @param last whether an unloading was seen already: in the first one, a thread that was just
     *     leaving the bundle may still have held it
     */
    private record Suspicion(UnloadingWitness witness, boolean last) {}

    /** Requests on retired generations have that time to end. */
    RetiredGenerations(Duration drain) {
        this.drain = drain;
        this.thread =
                new PollingThread(
                        "bundle-retirement",
                        TICK,
                        1,
                        new PollingThread.Task(generations::isEmpty, this::look));
    }

    void add(List<Generation> more) {
        generations.addAll(more);
        thread.wake();
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

    @Override
    public void close() {
        thread.close();
    }

    private void look() {
        for (Generation one : generations) {
            if (one.isCollected()) {
                forget(one);
            } else if (one.isUnloaded()) {
                suspect(one);
            } else if (one.retiredFor().compareTo(drain) > 0) {
                one.containment().endDraining(drain);
            }
        }
    }

    private void forget(Generation one) {
        WorkDirectory.delete(one.folder());
        generations.remove(one);
        suspicions.remove(one);
    }

    private void suspect(Generation one) {
        Suspicion current = suspicions.get(one);
        if (current == null) {
            suspicions.put(one, new Suspicion(new UnloadingWitness(), false));
        } else if (!current.witness().sawUnloading() || one.isCollected()) {
            return;
        } else if (!current.last()) {
            suspicions.put(one, new Suspicion(new UnloadingWitness(), true));
        } else if (one.record().state() != ProviderState.LEAKED) {
            one.record().ended(ProviderCode.LEAKED.about(one.record().bundle(), evidence(one)));
        }
    }

    private static String evidence(Generation one) {
        Set<String> names =
                one.classLoader()
                        .map(loader -> ThreadsOfModule.find(loader, one.module()))
                        .orElse(Set.of());
        if (names.isEmpty()) {
            return "no thread runs its code, so a thread-local, a timer, a shutdown hook, a listener or a static field of the JDK holds an object of it";
        }
        List<String> shown = names.stream().limit(MOST_NAMES).toList();
        return "%d thread%s of its code %s there (%s%s)"
                .formatted(
                        names.size(),
                        names.size() == 1 ? "" : "s",
                        names.size() == 1 ? "is" : "are",
                        String.join(", ", shown),
                        names.size() > MOST_NAMES ? ", …" : "");
    }
}
