package io.convene.launcher.providers.version;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as <a href="https://semver.org/spec/v2.0.0.html">SemVer 2.0</a> has it, ordered by its
 * precedence. Build metadata does not count in the order, so {@code compareTo} may be zero for
 * versions that are not equal.
 *
 * @param preRelease the identifiers after the hyphen, none for a release
 * @param build the metadata after the plus, or empty
 */
public record SemanticVersion(
        int major, int minor, int patch, List<String> preRelease, String build)
        implements Comparable<SemanticVersion> {
    private static final String NUMBER = "(0|[1-9]\\d{0,8})";
    private static final String WORDS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
    private static final Pattern FORM =
            Pattern.compile(
                    NUMBER
                            + "\\."
                            + NUMBER
                            + "\\."
                            + NUMBER
                            + "(?:-"
                            + WORDS
                            + ")?(?:\\+"
                            + WORDS
                            + ")?");
    private static final int MAX_LENGTH = 128;

    public SemanticVersion {
        preRelease = List.copyOf(preRelease);
        requireNonNull(build, "build is null");
    }

    /** The release of those three numbers. */
    public static SemanticVersion of(int major, int minor, int patch) {
        return new SemanticVersion(major, minor, patch, List.of(), "");
    }

    /** The version written in {@code text}, if it is one. Numbers have at most nine digits. */
    public static Optional<SemanticVersion> find(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            return Optional.empty();
        }
        List<String> words =
                matcher.group(4) == null ? List.of() : List.of(matcher.group(4).split("\\.", -1));
        if (words.stream()
                .anyMatch(word -> isNumber(word) && word.length() > 1 && word.startsWith("0"))) {
            return Optional.empty();
        }
        return Optional.of(
                new SemanticVersion(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        words,
                        matcher.group(5) == null ? "" : matcher.group(5)));
    }

    /**
     * The version written in {@code text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SemanticVersion parse(String text) {
        return find(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + text
                                        + "' is not a version: write it like 1.2.3 or 1.2.3-rc.1"));
    }

    /**
     * The first version with which compatibility ends: the next major, or the next minor of 0.x.
     */
    public SemanticVersion nextBreaking() {
        return major == 0 ? of(0, minor + 1, 0) : of(major + 1, 0, 0);
    }

    /** Whether both have the same three numbers. */
    boolean isBeside(SemanticVersion other) {
        return major == other.major && minor == other.minor && patch == other.patch;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        order = order != 0 ? order : Integer.compare(patch, other.patch);
        return order != 0 ? order : comparePreRelease(preRelease, other.preRelease);
    }

    @Override
    public String toString() {
        return major
                + "."
                + minor
                + "."
                + patch
                + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease))
                + (build.isEmpty() ? "" : "+" + build);
    }

    private static int comparePreRelease(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareWord(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    // Numbers are compared by length first, because dates and build counters outgrow an int.
    private static int compareWord(String left, String right) {
        boolean number = isNumber(left);
        if (number != isNumber(right)) {
            return number ? -1 : 1;
        }
        return number && left.length() != right.length()
                ? Integer.compare(left.length(), right.length())
                : left.compareTo(right);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
