package io.convene.launcher.providers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who serves after a pass. A generation whose bundle is gone or changed leaves, unless its
 * replacement was refused: the file of the same name, or a bundle of its id that came when it went
 * and without which nothing would serve the id.
 */
final class Succession {
    // Hashes of refused bundles that were there before their predecessor went.
    private final Set<String> familiar = new HashSet<>();
    private final IdOwners owners;

    Succession(IdOwners owners) {
        this.owners = owners;
    }

    /** The generations among {@code leaving} that keep serving. */
    List<Generation> staying(List<Generation> leaving, Scan scan) {
        Set<String> served = new HashSet<>();
        scan.serving().forEach(one -> served.add(one.id()));
        List<Generation> staying = new ArrayList<>();
        Set<String> strangers = new HashSet<>(scan.refusedHashes());
        strangers.removeAll(familiar);
        Set<String> heirs = new HashSet<>();
        for (Generation one : leaving) {
            if (!owners.allow(one) || isReplaced(one, scan.loaded())) {
                continue;
            }
            if (scan.refused().stream()
                    .anyMatch(record -> record.bundle().equals(one.record().bundle()))) {
                staying.add(one);
            } else if (!served.contains(one.id())) {
                Set<String> claiming = heirs(one.id(), scan, strangers);
                heirs.addAll(claiming);
                if (!claiming.isEmpty()) {
                    staying.add(one);
                }
            }
        }
        familiar.clear();
        familiar.addAll(scan.refusedHashes());
        familiar.removeAll(heirs);
        return staying;
    }

    /** Whether one of those took the place of a generation: its file, or its id and version. */
    static boolean isReplaced(Generation old, List<Generation> loaded) {
        return loaded.stream()
                .anyMatch(one ->
                        one.record().bundle().equals(old.record().bundle())
                                || (one.id().equals(old.id())
                                        && one.version().compareTo(old.version()) == 0));
    }

    /** Generations by id, newest first. */
    static Map<String, List<Generation>> byId(List<Generation> generations) {
        Map<String, List<Generation>> byId = new HashMap<>();
        generations.stream()
                .sorted(Comparator.comparing(Generation::version).reversed())
                .forEach(one -> byId.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one));
        byId.replaceAll((id, list) -> List.copyOf(list));
        return Map.copyOf(byId);
    }

    private static Set<String> heirs(String id, Scan scan, Set<String> strangers) {
        Set<String> hashes = new HashSet<>();
        scan.refused().stream()
                .filter(record -> record.id().filter(id::equals).isPresent())
                .forEach(record ->
                        record.sha256().filter(strangers::contains).ifPresent(hashes::add));
        return hashes;
    }
}
