package io.convene.launcher.providers;

import io.convene.launcher.providers.bundle.Bundle;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.Findings;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which module may serve an id: the one the operator named, else the one that {@code
 * providers.lock} or this process knows, else the only one that claims it. A stray jar must not
 * receive a customer's credentials.
 */
final class IdOwners {
    private final Map<String, String> configured;
    private final LockFile file;
    private final Map<String, String> learned = new ConcurrentHashMap<>();
    private LockFile.Content lock;

    IdOwners(Map<String, String> configured, LockFile file) {
        this.configured = Map.copyOf(configured);
        this.file = file;
        this.lock = file.read();
    }

    /** Reads {@code providers.lock} again. */
    void refresh() {
        lock = file.read();
    }

    /** The modules that claim each id, whatever else is wrong with them. */
    static Map<String, Set<String>> claims(List<BundleRecord> records) {
        Map<String, Set<String>> claims = new TreeMap<>();
        for (BundleRecord record : records) {
            record.module()
                    .ifPresent(module ->
                            record.id()
                                    .ifPresent(id ->
                                            claims.computeIfAbsent(id, key -> new TreeSet<>())
                                                    .add(module)));
        }
        return claims;
    }

    /**
     * Checks a bundle against the owner of its id and its pin.
     *
     * @throws Refusal with everything for which it must not be served
     */
    void check(Bundle bundle, Map<String, Set<String>> claims) {
        Findings findings = new Findings();
        findings.check(() -> checkOwner(bundle, claims));
        findings.check(() -> checkPin(bundle));
        findings.throwIfAny();
    }

    private void checkOwner(Bundle bundle, Map<String, Set<String>> claims) {
        String id = bundle.id();
        String module = bundle.module();
        Optional<String> owner = owner(id);
        if (owner.isPresent() && !owner.get().equals(module)) {
            throw ProviderCode.FOREIGN_OWNER.refusal(module, id, owner.get());
        }
        if (owner.isEmpty() && lock.damage().isPresent()) {
            throw ProviderCode.BROKEN_LOCK.refusal(id, lock.damage().get(), module);
        }
        Set<String> claimants = claims.getOrDefault(id, Set.of());
        if (owner.isEmpty() && claimants.size() > 1) {
            throw ProviderCode.OWNER_UNDECIDED.refusal(id, String.join(", ", claimants));
        }
    }

    private void checkPin(Bundle bundle) {
        String id = bundle.id();
        Optional<String> pin = lock.pin(id, bundle.version());
        if (pin.isPresent() && !pin.get().equals(bundle.copy().sha256())) {
            throw ProviderCode.TAMPERED.refusal(
                    bundle.copy().name(), bundle.copy().sha256(), id, bundle.version(), pin.get());
        }
    }

    /** Whether a generation's module does not have to make way for another owner. */
    boolean allow(Generation generation) {
        return owner(generation.id()).orElse(generation.module()).equals(generation.module());
    }

    /**
     * Keeps the owners of ids that are served for the first time, and says whether that outlives
     * the process.
     */
    boolean learn(List<Generation> served) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Generation generation : served) {
            boolean first = learned.putIfAbsent(generation.id(), generation.module()) == null;
            if (first && lock.owner(generation.id()).isEmpty()) {
                entries.put(LockFile.ownerKey(generation.id()), generation.module());
            }
        }
        return entries.isEmpty() || file.put(entries);
    }

    private Optional<String> owner(String id) {
        return Optional.ofNullable(configured.get(id))
                .or(() -> lock.owner(id))
                .or(() -> Optional.ofNullable(learned.get(id)));
    }
}
