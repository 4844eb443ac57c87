package io.convene.launcher.providers.status;

import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.Containment;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The details and the state of one bundle. Thread-safe. */
public final class BundleRecord implements Containment.FaultListener {
    private final ProviderEvents events;
    private String bundle;
    private @Nullable String sha256;
    private @Nullable String id;
    private @Nullable String module;
    private @Nullable String version;
    private @Nullable String spi;
    private @Nullable QualityClaim tier;
    private @Nullable String generation;
    private List<Finding> causes = List.of();
    private final List<Finding> warnings = new ArrayList<>();
    private List<ModuleFacts> modules = List.of();
    private final Set<String> signers = new TreeSet<>();
    private Optional<Integer> java = Optional.empty();
    private ProviderStatus.Declared declared = ProviderStatus.Declared.NOTHING;
    private ProviderState state = ProviderState.DISCOVERED;

    public BundleRecord(String bundle, ProviderEvents events) {
        this.bundle = Finding.plain(bundle);
        this.events = events;
    }

    public synchronized String bundle() {
        return bundle;
    }

    public synchronized Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    public synchronized Optional<String> id() {
        return Optional.ofNullable(id);
    }

    public synchronized Optional<String> module() {
        return Optional.ofNullable(module);
    }

    synchronized Optional<String> generation() {
        return Optional.ofNullable(generation);
    }

    public synchronized ProviderState state() {
        return state;
    }

    public synchronized void renamed(String name) {
        bundle = Finding.plain(name);
    }

    public synchronized void hashed(String hash) {
        sha256 = hash;
    }

    public synchronized void identified(String name) {
        id = name;
    }

    public synchronized void ofModule(String name) {
        module = name;
    }

    public synchronized void versioned(String text) {
        version = text.isEmpty() ? null : Finding.plain(text);
    }

    public synchronized void builtFor(String range) {
        spi = Finding.plain(range);
    }

    public synchronized void claims(QualityClaim claim) {
        tier = claim;
    }

    public synchronized void loadedAs(String key) {
        generation = key;
    }

    public synchronized void declares(ProviderStatus.Declared declaration) {
        declared = declaration;
    }

    public synchronized void consistsOf(List<ModuleFacts> facts) {
        modules = List.copyOf(facts);
    }

    public synchronized void compiledFor(Optional<Integer> release) {
        java = release;
    }

    /** Notes the names of those who signed one of its jars. */
    public synchronized void signedBy(Collection<String> names) {
        names.forEach(name -> signers.add(Finding.plain(name)));
    }

    /** Notes a warning, with which the bundle is still served. */
    public void warned(Finding warning) {
        synchronized (this) {
            warnings.add(warning);
        }
        events.warning(status(), warning);
    }

    public void reached(ProviderState next) {
        synchronized (this) {
            state = next;
        }
        events.changed(status(), generation());
    }

    /** Ends the way of the bundle with that finding. */
    public void ended(Finding cause) {
        ended(List.of(cause));
    }

    /** Ends the way of the bundle with those findings, the first of which decides its state. */
    public void ended(List<Finding> found) {
        synchronized (this) {
            causes = List.copyOf(found);
            state = found.getFirst().code().state();
        }
        events.changed(status(), generation());
    }

    @Override
    public void failed(BundleFault fault) {
        events.failed(fault);
    }

    @Override
    public void quarantined(String reason) {
        synchronized (this) {
            if (state != ProviderState.ACTIVE) {
                return;
            }
            causes = List.of(ProviderCode.QUARANTINED.about(bundle, reason));
            state = ProviderState.QUARANTINED;
        }
        events.changed(status(), generation());
    }

    @Override
    public void released() {
        synchronized (this) {
            if (state != ProviderState.QUARANTINED) {
                return;
            }
            causes = List.of();
            state = ProviderState.ACTIVE;
        }
        events.changed(status(), generation());
    }

    public synchronized ProviderStatus status() {
        List<Finding> findings = new ArrayList<>(causes);
        findings.addAll(warnings);
        return new ProviderStatus(
                bundle,
                new ProviderStatus.Identity(
                        Optional.ofNullable(id),
                        Optional.ofNullable(version),
                        Optional.ofNullable(module),
                        Optional.ofNullable(spi),
                        Optional.ofNullable(tier)),
                state,
                declared,
                new ProviderStatus.Contents(
                        Optional.ofNullable(sha256), java, List.copyOf(signers), modules),
                findings);
    }
}
