package io.convene.launcher.providers;

import io.convene.launcher.providers.bundle.Bundle;
import io.convene.launcher.providers.bundle.BundleCopy;
import io.convene.launcher.providers.bundle.BundleReader;
import io.convene.launcher.providers.bundle.DirectoryEntries;
import io.convene.launcher.providers.bundle.FileFailure;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderEvents;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.version.SemanticVersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One pass over the providers directory. Unchanged bundles keep their generation, all others are
 * checked and loaded while the present ones serve; nothing is switched in here.
 */
final class Scan {
    private final Path directory;
    private final WorkDirectory work;
    private final BundleReader reader;
    private final GenerationLoader loader;
    private final IdOwners owners;
    private final ProviderEvents events;

    private final List<Generation> kept = new ArrayList<>();
    private final List<Generation> loaded = new ArrayList<>();
    private final List<BundleRecord> refused = new ArrayList<>();

    Scan(
            Path directory,
            WorkDirectory work,
            BundleReader reader,
            GenerationLoader loader,
            IdOwners owners,
            ProviderEvents events) {
        this.directory = directory;
        this.work = work;
        this.reader = reader;
        this.loader = loader;
        this.owners = owners;
        this.events = events;
    }

    /** The generations made in this pass. */
    List<Generation> loaded() {
        return loaded;
    }

    /** The generations that are served after this pass, except those that outlive their bundle. */
    List<Generation> serving() {
        return Stream.concat(kept.stream(), loaded.stream()).toList();
    }

    /** The bundles found in this pass that are not served. */
    List<BundleRecord> refused() {
        return refused;
    }

    /** The hashes of the bundles found in this pass that are not served. */
    Set<String> refusedHashes() {
        Set<String> hashes = new HashSet<>();
        refused.forEach(record -> record.sha256().ifPresent(hashes::add));
        return hashes;
    }

    /** Passes once, and says why the directory could not be read, if it could not. */
    Optional<String> run(List<Generation> serving) {
        List<Path> entries;
        try (Stream<Path> found = Files.list(directory)) {
            entries = found.filter(DirectoryEntries::isConcern).sorted().toList();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Optional.of(
                    Inspection.UNREADABLE_DIRECTORY.formatted(
                            directory, FileFailure.reason(e), "; nothing was changed"));
        }
        owners.refresh();
        List<Bundle> bundles = new ArrayList<>();
        for (Path entry : entries) {
            read(entry, serving).ifPresent(bundles::add);
        }
        List<BundleRecord> claimants = new ArrayList<>(refused);
        kept.forEach(generation -> claimants.add(generation.record()));
        bundles.forEach(bundle -> claimants.add(bundle.record()));
        Map<String, Set<String>> claims = IdOwners.claims(claimants);
        Map<String, BundleRecord> versions = new HashMap<>();
        kept.forEach(generation ->
                versions.put(key(generation.id(), generation.version()), generation.record()));
        for (Bundle bundle : bundles) {
            load(bundle, claims, versions);
        }
        return Optional.empty();
    }

    private Optional<Bundle> read(Path entry, List<Generation> serving) {
        BundleRecord record = new BundleRecord(DirectoryEntries.name(entry), events);
        try {
            return read(entry, work.fresh(record.bundle()), record, serving);
        } catch (Refusal refusal) {
            refuse(record, refusal);
        } catch (InvalidPathException e) {
            refuse(
                    record,
                    ProviderCode.UNUSABLE_NAME.refusal(
                            record.bundle(), System.getProperty("sun.jnu.encoding", "unknown")));
        }
        return Optional.empty();
    }

    private Optional<Bundle> read(
            Path entry, Path folder, BundleRecord record, List<Generation> serving) {
        boolean wanted = false;
        try {
            BundleCopy copy = BundleCopy.of(entry, folder);
            Optional<Generation> same = unchanged(copy, serving);
            if (same.isPresent()) {
                same.get().record().renamed(record.bundle());
                kept.add(same.get());
                return Optional.empty();
            }
            record.hashed(copy.sha256());
            record.reached(ProviderState.DISCOVERED);
            Bundle bundle = reader.read(copy, record);
            wanted = true;
            return Optional.of(bundle);
        } finally {
            if (!wanted) {
                WorkDirectory.delete(folder);
            }
        }
    }

    private Optional<Generation> unchanged(BundleCopy copy, List<Generation> serving) {
        return serving.stream()
                .filter(generation ->
                        generation.record().sha256().equals(Optional.of(copy.sha256())))
                .filter(generation -> !kept.contains(generation) && owners.allow(generation))
                .findFirst();
    }

    private void load(
            Bundle bundle, Map<String, Set<String>> claims, Map<String, BundleRecord> versions) {
        try {
            owners.check(bundle, claims);
            BundleRecord other =
                    versions.putIfAbsent(key(bundle.id(), bundle.version()), bundle.record());
            if (other != null) {
                throw ProviderCode.DUPLICATE.refusal(
                        bundle.copy().name(), bundle.id(), bundle.version(), other.bundle());
            }
            bundle.record().reached(ProviderState.VERIFIED);
            loaded.add(loader.load(bundle));
        } catch (Refusal refusal) {
            refuse(bundle.record(), refusal);
            WorkDirectory.delete(bundle.copy().folder());
        }
    }

    private void refuse(BundleRecord record, Refusal refusal) {
        record.ended(refusal.findings());
        refused.add(record);
    }

    // Build metadata makes no other version.
    private static String key(String id, SemanticVersion version) {
        return id
                + " "
                + new SemanticVersion(
                        version.major(),
                        version.minor(),
                        version.patch(),
                        version.preRelease(),
                        "");
    }
}
