package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which keys may follow a key. Filled once, then only read. */
final class KeyShape {
    private static final String ENTRIES = "[]";
    private static final String ANY = "*";
    private static final KeyShape LEAF = leaf();

    private final Map<String, KeyShape> names = new LinkedHashMap<>();
    private boolean leaf;

    private KeyShape() {}

    /** The shape of a file with these keys, written as {@link ConfigKey#name()} says. */
    static KeyShape of(Collection<String> keys) {
        KeyShape root = new KeyShape();
        for (String key : keys) {
            KeyShape place = root;
            for (String name : KeyNames.split(key.replace(ENTRIES, "." + ENTRIES))) {
                // Where one text may take the place of a list.
                place.leaf |= name.equals(ENTRIES) && key.endsWith(ENTRIES);
                place = place.names.computeIfAbsent(name, unknown -> new KeyShape());
            }
            place.leaf = true;
        }
        return root;
    }

    /** The names that may follow; empty where entries or any names do, or nothing. */
    Map<String, KeyShape> names() {
        return names.containsKey(ENTRIES) || names.containsKey(ANY) ? Map.of() : names;
    }

    /** Whether any name may follow, with dots or without. */
    boolean isFree() {
        return names.containsKey(ANY);
    }

    /** Whether nothing may follow. */
    boolean isText() {
        return names.isEmpty();
    }

    /** Whether a text may be here. */
    boolean isLeaf() {
        return leaf;
    }

    /**
     * Whether that name may follow. A key that must be a text is known once a child of it is
     * requested.
     */
    boolean knows(String name) {
        return names.containsKey(name)
                || names.containsKey(ANY)
                || (names.containsKey(ENTRIES) && KeyNames.index(name) >= 0)
                || names.isEmpty();
    }

    /** The shape below that name. */
    KeyShape child(String name) {
        KeyShape known = names.get(name);
        if (known == null) {
            known = names.get(names.containsKey(ANY) ? ANY : ENTRIES);
        }
        return known == null ? LEAF : known;
    }

    private static KeyShape leaf() {
        KeyShape leaf = new KeyShape();
        leaf.leaf = true;
        return leaf;
    }
}
