package io.convene.launcher.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that a misspelt one was probably meant to be: one that differs in case or
 * separators only ({@code createdAt}), that it begins or ends ({@code created}, {@code key_by}), or
 * that takes few changes in relation to its length. Nothing is suggested when no name is near, or
 * when several are equally near.
 */
public final class NearestName {
    private static final int LONGEST = 64;

    /** Shorter names than this are near to any other. */
    private static final int SHORTEST = 3;

    /** Shorter names than this begin or end others by accident. */
    private static final int SHORTEST_PART = 4;

    private NearestName() {}

    /**
     * The name that was probably meant.
     *
     * @param name the unknown name
     * @param known the names to choose from
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String plain = plain(name);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> same = known.stream().filter(each -> plain(each).equals(plain)).toList();
        if (!same.isEmpty()) {
            return only(same);
        }
        return only(fewestChanges(plain, known)).or(() -> only(completions(name, plain, known)));
    }

    /** The names at the least distance, if that is within the limit. */
    private static List<String> fewestChanges(String plain, Collection<String> known) {
        int allowed = allowed(plain.length());
        int least =
                known.stream()
                        .mapToInt(each -> distance(plain, plain(each)))
                        .min()
                        .orElse(Integer.MAX_VALUE);
        if (least > allowed) {
            return List.of();
        }
        return known.stream().filter(each -> distance(plain, plain(each)) == least).toList();
    }

    private static List<String> completions(String name, String plain, Collection<String> known) {
        if (plain.length() < SHORTEST_PART) {
            return List.of();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(each ->
                        plain(each).startsWith(plain)
                                || each.endsWith("_" + lower)
                                || each.endsWith("-" + lower))
                .toList();
    }

    private static Optional<String> only(List<String> names) {
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private static int allowed(int length) {
        if (length < SHORTEST) {
            return 0;
        }
        if (length < 8) {
            return 1;
        }
        return length < 16 ? 2 : 3;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_.\\s-]", "");
    }

    /** How many letters to insert, remove, replace or swap with their neighbour. */
    private static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= to.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int changed = rows[i - 1][j - 1] + (same ? 0 : 1);
                int shifted = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
                rows[i][j] = Math.min(changed, shifted);
                boolean swapped =
                        i > 1
                                && j > 1
                                && from.charAt(i - 1) == to.charAt(j - 2)
                                && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[from.length()][to.length()];
    }
}
