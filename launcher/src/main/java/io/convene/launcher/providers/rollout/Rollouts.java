package io.convene.launcher.providers.rollout;

import io.convene.launcher.config.CanaryConfig;
import io.convene.launcher.providers.rollout.RolloutChange.Action;
import io.convene.launcher.providers.version.SemanticVersion;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides which of two active versions an account gets: a new version starts with a share of the
 * accounts, and is rolled back by itself when more of its requests fail by the bundle's fault.
 * Thread-safe; {@link #find} takes no lock.
 */
public final class Rollouts {
    private final CanaryConfig config;
    private final RolloutFile file;
    private final Consumer<RolloutChange> listener;
    private final Map<String, SemanticVersion> leaders;
    private RolloutFile.Content written;
    private volatile Map<String, Trial> trials;

    /** A rollout with its counts. Immutable. */
    private record Trial(RolloutStatus status) {
        static Trial of(Rollout rollout) {
            return new Trial(
                    new RolloutStatus(
                            rollout, RequestCounts.NONE, RequestCounts.NONE, Optional.empty()));
        }

        Rollout rollout() {
            return status.rollout();
        }
    }

    private Rollouts(CanaryConfig config, RolloutFile file, Consumer<RolloutChange> listener) {
        this.config = config;
        this.file = file;
        this.listener = listener;
        RolloutFile.Content content = file.read(config.share());
        Map<String, Trial> found = new HashMap<>();
        content.rollouts().forEach((id, one) -> found.put(id, Trial.of(one)));
        this.leaders = new HashMap<>(content.leaders());
        this.trials = Map.copyOf(found);
        this.written = content;
    }

    /**
     * The rollouts that were there when the process before this one ended.
     *
     * @param work the folder that keeps them
     * @param listener is told of every change; it must return soon
     */
    public static Rollouts in(Path work, CanaryConfig config, Consumer<RolloutChange> listener) {
        return new Rollouts(config, new RolloutFile(work), listener);
    }

    /** The rollout of an integration. */
    public Optional<Rollout> find(String id) {
        return Optional.ofNullable(trials.get(id)).map(Trial::rollout);
    }

    /** All rollouts, by integration. */
    public List<RolloutStatus> list() {
        return trials.values().stream()
                .map(Trial::status)
                .sorted(Comparator.comparing(status -> status.rollout().id()))
                .toList();
    }

    /**
     * Follows a change of the active versions: begins a rollout where a newer version came next to
     * the leading one, and ends those that lost one of their versions.
     *
     * @param active the active versions of each integration, newest first
     */
    public synchronized void follow(Map<String, List<SemanticVersion>> active) {
        Map<String, Trial> next = new HashMap<>(trials);
        for (Trial trial : trials.values()) {
            List<SemanticVersion> versions = active.getOrDefault(trial.rollout().id(), List.of());
            if (!versions.contains(trial.rollout().stable())
                    || !versions.contains(trial.rollout().candidate())) {
                next.remove(trial.rollout().id());
                tell(trial.rollout(), Action.ENDED, "One of the two versions is no longer active.");
            }
        }
        active.forEach((id, versions) -> begin(id, versions, next));
        leaders.keySet().retainAll(active.keySet());
        active.forEach((id, versions) ->
                leaders.put(
                        id,
                        next.containsKey(id)
                                ? next.get(id).rollout().stable()
                                : versions.getFirst()));
        keep(next);
    }

    private void begin(String id, List<SemanticVersion> versions, Map<String, Trial> next) {
        SemanticVersion leader = leaders.get(id);
        SemanticVersion newest = versions.getFirst();
        Trial present = next.get(id);
        boolean known = present != null && present.rollout().candidate().equals(newest);
        if (config.share() == 0
                || leader == null
                || known
                || newest.compareTo(leader) <= 0
                || !versions.contains(leader)) {
            return;
        }
        Rollout rollout = new Rollout(id, leader, newest, RolloutPhase.CANARY, config.share());
        next.put(id, Trial.of(rollout));
        tell(
                rollout,
                Action.STARTED,
                "%d %% of the accounts get it first.".formatted(config.share()));
    }

    /**
     * Gives all accounts the candidate.
     *
     * @return the rollout that ended
     * @throws RolloutRefusedException when the integration has none
     */
    public synchronized Rollout promote(String id) {
        Trial trial = trials.get(id);
        if (trial == null) {
            throw new RolloutRefusedException(
                    "There is no rollout of '%s' to promote: no newer version of it is on trial; GET /admin/providers lists the rollouts."
                            .formatted(id));
        }
        Map<String, Trial> next = new HashMap<>(trials);
        next.remove(id);
        leaders.put(id, trial.rollout().candidate());
        keep(next);
        tell(trial.rollout(), Action.PROMOTED, "An operator promoted it.");
        return trial.rollout();
    }

    /**
     * Gives all accounts the older version: that of the rollout, or the one before the newest.
     *
     * @param versions the active versions of the integration, newest first
     * @return the rollout as it is then
     * @throws RolloutRefusedException when no older version is active
     */
    public synchronized Rollout rollBack(String id, List<SemanticVersion> versions) {
        Trial trial = trials.get(id);
        if (trial != null && trial.rollout().phase() == RolloutPhase.ROLLED_BACK) {
            throw new RolloutRefusedException(
                    "'%s' is rolled back to %s already; promote ends that."
                            .formatted(id, trial.rollout().stable()));
        }
        if (trial == null) {
            if (versions.size() < 2) {
                throw new RolloutRefusedException(
                        "There is no older active version of '%s' to roll back to; put its bundle next to the newer one and reload."
                                .formatted(id));
            }
            trial =
                    Trial.of(
                            new Rollout(
                                    id,
                                    versions.get(1),
                                    versions.getFirst(),
                                    RolloutPhase.CANARY,
                                    config.share()));
        }
        return rollBack(trial, "An operator rolled it back.");
    }

    /** Rolls a candidate back for a reason that was found without an operator. */
    public synchronized void rollBack(String id, SemanticVersion candidate, String reason) {
        @Nullable Trial trial = trials.get(id);
        if (trial != null && isCanary(trial, candidate)) {
            rollBack(trial, reason);
        }
    }

    /** Counts a request that has ended, and judges the candidate. */
    public void count(String id, SemanticVersion version, boolean failed) {
        if (trials.containsKey(id)) {
            countInTrial(id, version, failed);
        }
    }

    private synchronized void countInTrial(String id, SemanticVersion version, boolean failed) {
        Trial trial = trials.get(id);
        if (trial == null) {
            return;
        }
        RolloutStatus old = trial.status();
        boolean candidate = old.rollout().candidate().equals(version);
        if (!candidate && !old.rollout().stable().equals(version)) {
            return;
        }
        RolloutStatus counted =
                new RolloutStatus(
                        old.rollout(),
                        candidate ? old.stable() : old.stable().and(failed),
                        candidate ? old.candidate().and(failed) : old.candidate(),
                        old.reason());
        Map<String, Trial> next = new HashMap<>(trials);
        next.put(id, new Trial(counted));
        trials = Map.copyOf(next);
        if (isCanary(trial, version)) {
            counted.verdict(config).ifPresent(reason -> rollBack(new Trial(counted), reason));
        }
    }

    private Rollout rollBack(Trial trial, String reason) {
        RolloutStatus old = trial.status();
        Rollout rollout = old.rollout().rolledBack();
        Map<String, Trial> next = new HashMap<>(trials);
        next.put(
                rollout.id(),
                new Trial(
                        new RolloutStatus(
                                rollout, old.stable(), old.candidate(), Optional.of(reason))));
        leaders.put(rollout.id(), rollout.stable());
        keep(next);
        tell(rollout, Action.ROLLED_BACK, reason);
        return rollout;
    }

    private static boolean isCanary(Trial trial, SemanticVersion candidate) {
        return trial.rollout().phase() == RolloutPhase.CANARY
                && trial.rollout().candidate().equals(candidate);
    }

    private void keep(Map<String, Trial> next) {
        trials = Map.copyOf(next);
        if (config.share() == 0 && next.isEmpty() && !file.exists()) {
            return;
        }
        Map<String, Rollout> rollouts = new HashMap<>();
        next.forEach((id, trial) -> rollouts.put(id, trial.rollout()));
        RolloutFile.Content content = new RolloutFile.Content(Map.copyOf(leaders), rollouts);
        if (!content.equals(written)) {
            written = content;
            file.write(content);
        }
    }

    private void tell(Rollout rollout, Action action, String reason) {
        listener.accept(new RolloutChange(rollout, action, reason));
    }
}
