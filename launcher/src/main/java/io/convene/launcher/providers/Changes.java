package io.convene.launcher.providers;

import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderChange;
import io.convene.launcher.providers.status.ProviderStatus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a reload changed: compares the records of bundles with what they said before. */
final class Changes {
    private final Map<BundleRecord, ProviderStatus> before = new LinkedHashMap<>();

    /** Notes the present states. */
    Changes(Collection<BundleRecord> records) {
        records.forEach(record -> before.put(record, record.status()));
    }

    /**
     * The changes since then.
     *
     * @param serving the version that serves in the place of a refused bundle
     */
    List<ProviderChange> until(
            Collection<BundleRecord> now, Function<ProviderStatus, Optional<String>> serving) {
        Map<BundleRecord, ProviderStatus> gone = new LinkedHashMap<>(before);
        now.forEach(gone::remove);
        List<ProviderChange> changes = new ArrayList<>();
        for (BundleRecord record : now) {
            ProviderStatus status = record.status();
            Optional<ProviderStatus> old =
                    Optional.ofNullable(before.get(record)).or(() -> takeSame(status, gone));
            if (!old.map(ProviderStatus::state).equals(Optional.of(status.state()))) {
                changes.add(
                        new ProviderChange(
                                status,
                                old.map(ProviderStatus::state),
                                Optional.of(status.state()),
                                serving.apply(status)));
            }
        }
        for (ProviderStatus status : gone.values()) {
            changes.add(
                    new ProviderChange(
                            status,
                            Optional.of(status.state()),
                            Optional.empty(),
                            Optional.empty()));
        }
        return changes;
    }

    /** A refused bundle gets a new record each time it is read. */
    private static Optional<ProviderStatus> takeSame(
            ProviderStatus status, Map<BundleRecord, ProviderStatus> gone) {
        Optional<BundleRecord> same =
                gone.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(status))
                        .map(Map.Entry::getKey)
                        .findFirst();
        same.ifPresent(gone::remove);
        return same.map(found -> status);
    }
}
