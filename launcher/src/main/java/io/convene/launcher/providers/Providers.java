package io.convene.launcher.providers;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.BundleWatch;
import io.convene.launcher.providers.bundle.BundleReader;
import io.convene.launcher.providers.bundle.HostModules;
import io.convene.launcher.providers.rollout.RolloutChange;
import io.convene.launcher.providers.rollout.RolloutStatus;
import io.convene.launcher.providers.rollout.Rollouts;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderChange;
import io.convene.launcher.providers.status.ProviderEvent;
import io.convene.launcher.providers.status.ProviderEvents;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.providers.status.ReloadResult;
import io.convene.launcher.providers.trust.TrustCheck;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The bundles of one directory: finds, checks and loads them, and lends them to requests. A bundle
 * that is broken is listed with a code and a fix and never stops another. Thread-safe; lending
 * takes no lock.
 */
public final class Providers implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Comparator<ProviderStatus> ORDER =
            Comparator.comparing((ProviderStatus status) -> status.id().orElse(status.bundle()))
                    .thenComparing(
                            status -> status.version().flatMap(SemanticVersion::find),
                            Comparator.comparing(
                                    version -> version.orElse(SemanticVersion.of(0, 0, 0))))
                    .thenComparing(ProviderStatus::bundle);

    /**
     * The state that requests and lists see, replaced as a whole.
     *
     * @param serving generations by id, newest first
     */
    private record View(Map<String, List<Generation>> serving, List<BundleRecord> refused) {
        List<Generation> generations() {
            return serving.values().stream().flatMap(List::stream).toList();
        }
    }

    private final ProvidersConfig config;
    private final ProviderEvents events;
    private final WorkDirectory work;
    private final BundleReader reader;
    private final GenerationLoader loader;
    private final IdOwners owners;
    private final Succession succession;
    private final BundleWatch watch = new BundleWatch();
    private final RetiredGenerations retired;
    private final Rollouts rollouts;
    private boolean closed;
    private volatile View view = new View(Map.of(), List.of());

    private Providers(
            ProvidersConfig config,
            ProviderEvents events,
            WorkDirectory work,
            LockFile lockFile,
            Duration startLimit) {
        HostModules host = HostModules.own();
        this.config = config;
        this.retired = new RetiredGenerations(config.drain());
        this.events = events;
        this.reader = new BundleReader(host, host.spi(), new TrustCheck(config.trust()));
        this.rollouts = Rollouts.in(work.kept(), config.canary(), events::rolledOut);
        listen(this::watchTrials);
        this.loader = new GenerationLoader(host, startLimit, watch, this::served);
        this.work = work;
        this.owners = new IdOwners(config.owners(), lockFile);
        this.succession = new Succession(owners);
    }

    /**
     * Loads all bundles that are in the directory now.
     *
     * @throws ProvidersException when the work directory cannot be used
     */
    public static Providers open(ProvidersConfig config) {
        return open(config, event -> {});
    }

    /** Loads all bundles that are in the directory now, and tells the listener of every change. */
    public static Providers open(ProvidersConfig config, Consumer<ProviderEvent> listener) {
        return open(config, listener, START_LIMIT);
    }

    static Providers open(
            ProvidersConfig config, Consumer<ProviderEvent> listener, Duration startLimit) {
        Providers providers =
                new Providers(
                        config,
                        ProviderEvents.logged(),
                        WorkDirectory.open(config.work()),
                        LockFile.kept(config.directory(), config.work()),
                        startLimit);
        providers.listen(listener);
        providers.reload();
        return providers;
    }

    /**
     * Loads all bundles that are in the directory now, for a look at them: nothing is logged, and
     * nothing is written but private copies in a temporary folder.
     *
     * @throws ProvidersException when the directory cannot be read, or the temporary folder cannot
     *     be written
     */
    public static Providers examine(ProvidersConfig config) {
        Providers providers =
                new Providers(
                        config,
                        ProviderEvents.silent(),
                        WorkDirectory.temporary(),
                        LockFile.readOnly(config.directory(), config.work()),
                        START_LIMIT);
        Optional<String> problem = providers.reload().problem();
        if (problem.isPresent()) {
            providers.close();
            throw new ProvidersException(problem.get());
        }
        return providers;
    }

    /** Tells that listener, too, of every change from now on. It must return soon. */
    public void listen(Consumer<ProviderEvent> listener) {
        events.listen(listener);
    }

    /** Tells of every id that is active, and of each that becomes so from now on. */
    public void whenActive(Consumer<String> ids) {
        listen(event -> {
            if (event.state() == ProviderState.ACTIVE) {
                event.id().ifPresent(ids);
            }
        });
        view.serving().keySet().forEach(ids);
    }

    /** Tells of every fault of a running bundle from now on. The listener must return soon. */
    public void whenFailing(Consumer<BundleFault> faults) {
        events.listenToFaults(faults);
    }

    /** Tells of every change of a rollout from now on. The listener must return soon. */
    public void whenRolledOut(Consumer<RolloutChange> changes) {
        events.listenToRollouts(changes);
    }

    /** How many threads have been in bundles for more than a second. */
    public int busyCalls() {
        return watch.busy();
    }

    /**
     * Passes on the key of every generation that is unloaded from now on; nobody holds it any
     * longer.
     */
    public void whenUnloaded(Consumer<String> generations) {
        listen(event -> {
            if (event.state() == ProviderState.UNLOADED) {
                event.generation().ifPresent(generations);
            }
        });
    }

    /**
     * Lends a generation of that id to work that is not done for an account: the newest active one,
     * by SemVer precedence, whose version is in the range. During a rollout it is the one that most
     * accounts get. Close the lease when the work is done.
     *
     * @throws IllegalArgumentException when the text is not a version range
     */
    public Optional<Lease> lease(String id, Optional<String> versionRange) {
        return lease(id, versionRange, "");
    }

    /**
     * Lends the generation that an account gets. Close the lease when the request is done.
     *
     * @param account the account's id, which decides during a rollout
     * @throws IllegalArgumentException when the text is not a version range
     */
    public Optional<Lease> lease(String id, Optional<String> versionRange, String account) {
        while (true) {
            Optional<Generation> chosen = choose(id, versionRange, account);
            Optional<Lease> lease = chosen.flatMap(Generation::lease);
            // A generation is released only after the view was replaced: read the new one then.
            if (chosen.isEmpty() || lease.isPresent()) {
                return lease;
            }
            Thread.onSpinWait();
        }
    }

    /**
     * The bundle that an account gets, such as {@code greenhouse-1.2.0.jar}.
     *
     * @throws IllegalArgumentException when the text is not a version range
     */
    public Optional<String> bundleOf(String id, Optional<String> versionRange, String account) {
        return choose(id, versionRange, account).map(one -> one.record().bundle());
    }

    private Optional<Generation> choose(String id, Optional<String> versionRange, String account) {
        Optional<VersionRange> range = versionRange.map(VersionRange::parse);
        List<Generation> fitting =
                view.serving().getOrDefault(id, List.of()).stream()
                        .filter(one -> range.isEmpty() || range.get().contains(one.version()))
                        .toList();
        return rollouts.find(id)
                .map(rollout -> rollout.newestFor(account))
                .flatMap(newest ->
                        fitting.stream()
                                .filter(one -> one.version().compareTo(newest) <= 0)
                                .findFirst())
                .or(() -> fitting.stream().findFirst());
    }

    /** The rollouts under way, by integration. */
    public List<RolloutStatus> rollouts() {
        return rollouts.list();
    }

    /**
     * Gives all accounts of an integration its newest version.
     *
     * @throws io.convene.launcher.providers.rollout.RolloutRefusedException when it has no rollout
     */
    public synchronized void promote(String id) {
        rollouts.promote(id);
    }

    /**
     * Gives all accounts of an integration the older version, except those whose own range asks for
     * the newer one.
     *
     * @throws io.convene.launcher.providers.rollout.RolloutRefusedException when no older version
     *     is active
     */
    public synchronized void rollBack(String id) {
        rollouts.rollBack(id, versions(view.serving().getOrDefault(id, List.of())));
    }

    /** A version on trial that must not be called has failed its trial. */
    private void watchTrials(ProviderEvent event) {
        if (event.state() == ProviderState.QUARANTINED) {
            event.version()
                    .flatMap(SemanticVersion::find)
                    .ifPresent(version ->
                            rollouts.rollBack(
                                    event.id().orElse(""), version, "It is quarantined."));
        }
    }

    private void served(Generation generation, boolean failed) {
        rollouts.count(generation.id(), generation.version(), failed);
    }

    private static List<SemanticVersion> versions(List<Generation> generations) {
        return generations.stream().map(Generation::version).toList();
    }

    /** Whether any version of that id is lent. */
    public boolean isActive(String id) {
        return view.serving().containsKey(id);
    }

    /** The required ids that are not active. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>(config.required());
        missing.removeIf(this::isActive);
        return missing;
    }

    /**
     * One record for each bundle found and each generation not yet gone, by id, version and name.
     */
    public List<ProviderStatus> list() {
        return records().stream().map(BundleRecord::status).sorted(ORDER).toList();
    }

    private Set<BundleRecord> records() {
        View current = view;
        // A quarantine's end is noticed when somebody asks for the state.
        current.generations().forEach(one -> one.containment().refusal());
        Set<BundleRecord> records = new LinkedHashSet<>();
        current.generations().forEach(one -> records.add(one.record()));
        records.addAll(current.refused());
        records.addAll(retired.records());
        return records;
    }

    /**
     * Reads the directory again: a new or changed bundle is loaded while the old one serves, and
     * takes its place once it is active; a bundle that is gone is released. A generation whose
     * successor fails keeps serving. Returns when new requests see the new state; old leases may
     * still run. A call that comes while another runs waits for it.
     *
     * @return what changed; nothing once these providers are closed
     */
    public synchronized ReloadResult reload() {
        if (closed) {
            return new ReloadResult(List.of(), Optional.of("The server is stopping."));
        }
        Changes changes = new Changes(records());
        List<Generation> before = view.generations();
        Scan scan = new Scan(config.directory(), work, reader, loader, owners, events);
        Optional<String> problem = scan.run(before);
        if (problem.isPresent()) {
            events.note(problem.get());
            return new ReloadResult(List.of(), problem);
        }
        take(scan, before);
        List<ProviderChange> changed = new ArrayList<>(changes.until(records(), this::standIn));
        changed.sort(Comparator.comparing(ProviderChange::status, ORDER));
        return new ReloadResult(changed, Optional.empty());
    }

    private void take(Scan scan, List<Generation> before) {
        List<Generation> serving = new ArrayList<>(scan.serving());
        List<Generation> leaving = new ArrayList<>(before);
        leaving.removeAll(serving);
        List<Generation> staying = succession.staying(leaving, scan);
        serving.addAll(staying);
        leaving.removeAll(staying);
        if (!owners.learn(serving)) {
            events.note("Owners of ids are not kept: " + LockFile.UNWRITABLE);
        }
        retired.add(leaving);
        Map<String, List<Generation>> byId = Succession.byId(serving);
        Map<String, List<SemanticVersion>> versions = new HashMap<>();
        byId.forEach((id, generations) -> versions.put(id, versions(generations)));
        rollouts.follow(versions);
        view = new View(byId, List.copyOf(scan.refused()));
        scan.loaded().forEach(one -> one.record().reached(ProviderState.ACTIVE));
        leaving.forEach(one -> one.retire(Succession.isReplaced(one, scan.loaded())));
    }

    /** The version that keeps serving where a refused bundle wanted to. */
    private Optional<String> standIn(ProviderStatus refused) {
        if (refused.state() != ProviderState.REJECTED && refused.state() != ProviderState.FAILED) {
            return Optional.empty();
        }
        return view.generations().stream()
                .filter(one ->
                        refused.id().equals(Optional.of(one.id()))
                                || one.record().bundle().equals(refused.bundle()))
                .findFirst()
                .map(one -> one.version().toString());
    }

    /** Lends nothing any more. Open leases stay valid until they are closed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        View before = view;
        retired.add(before.generations());
        view = new View(Map.of(), before.refused());
        before.generations().forEach(one -> one.retire(false));
        retired.close();
        if (retired.isIdle()) {
            watch.close();
            work.close();
        } else {
            work.release();
        }
    }
}
