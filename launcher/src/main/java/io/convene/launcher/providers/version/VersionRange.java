package io.convene.launcher.providers.version;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of versions: {@code 1.x}, {@code 1.2.3} (exactly), {@code >=1.2 <2}, {@code [1.0,2.0)},
 * {@code ^1.2} (from 1.2.0 up to the next breaking version), {@code ~1.2} (from 1.2.0 up to the
 * next minor version) or {@code *}. Parts left out are free when alone ({@code 1.2} is {@code
 * 1.2.x}) and zero within an interval. Pre-releases take their place in the order, but below a
 * bound such as {@code <2} its own pre-releases ({@code 2.0.0-rc.1}) are not.
 */
public final class VersionRange {
    private static final String PARTIAL =
            "(0|[1-9]\\d{0,8}|[xX*])(?:\\.(0|[1-9]\\d{0,8}|[xX*]))?(?:\\.(0|[1-9]\\d{0,8}|[xX*]))?((?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?)";
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=|\\^|~)?" + PARTIAL);
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(])([^,\\[\\]()]*)(?:(,)([^,\\[\\]()]*))?([\\])])");
    private static final int MAX_LENGTH = 256;

    private enum Relation {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    private record Limit(Relation relation, SemanticVersion version) {
        boolean isLower() {
            return relation == Relation.AT_LEAST || relation == Relation.ABOVE;
        }

        boolean accepts(SemanticVersion candidate) {
            int order = candidate.compareTo(version);
            return switch (relation) {
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case AT_MOST -> order <= 0;
                case BELOW ->
                        order < 0
                                && !(version.preRelease().isEmpty() && candidate.isBeside(version));
            };
        }
    }

    private final List<Limit> limits;

    private VersionRange(List<Limit> limits) {
        this.limits = List.copyOf(limits);
    }

    /**
     * The range written in {@code text}.
     *
     * @throws IllegalArgumentException if it is none; the message quotes it
     */
    public static VersionRange parse(String text) {
        String range = text.strip().replaceAll("(>=|<=|>|<|=|\\^|~)\\s+", "$1");
        if (range.isEmpty() || range.length() > MAX_LENGTH) {
            throw malformed(text);
        }
        List<Limit> limits = new ArrayList<>();
        Matcher interval = INTERVAL.matcher(range);
        if (interval.matches()) {
            addInterval(limits, interval, text);
        } else {
            for (String comparison : range.split("\\s+", -1)) {
                addComparison(limits, comparison, text);
            }
        }
        return new VersionRange(limits);
    }

    /**
     * The versions that a bundle compiled against {@code version} works with: up to the next
     * breaking version.
     */
    public static VersionRange compatibleWith(SemanticVersion version) {
        return new VersionRange(
                List.of(
                        new Limit(Relation.AT_LEAST, version),
                        new Limit(Relation.BELOW, version.nextBreaking())));
    }

    /** Whether the version is in the range. */
    public boolean contains(SemanticVersion version) {
        return limits.stream().allMatch(limit -> limit.accepts(version));
    }

    /** Whether the range asks for something newer than the version. */
    public boolean isAbove(SemanticVersion version) {
        return limits.stream().anyMatch(limit -> limit.isLower() && !limit.accepts(version));
    }

    /** The range as comparisons, such as {@code >=1.2.0 <2.0.0}. */
    @Override
    public String toString() {
        return limits.isEmpty()
                ? "*"
                : String.join(
                        " ",
                        limits.stream()
                                .map(limit -> limit.relation().sign + limit.version())
                                .toList());
    }

    private static void addInterval(List<Limit> limits, Matcher interval, String text) {
        String from = interval.group(2).strip();
        boolean closedBelow = interval.group(1).equals("[");
        boolean closedAbove = interval.group(5).equals("]");
        if (interval.group(3) == null) {
            if (!closedBelow || !closedAbove) {
                throw malformed(text);
            }
            SemanticVersion exact = bound(from, text).low();
            limits.add(new Limit(Relation.AT_LEAST, exact));
            limits.add(new Limit(Relation.AT_MOST, exact));
            return;
        }
        String to = interval.group(4).strip();
        if (!from.isEmpty()) {
            limits.add(
                    new Limit(
                            closedBelow ? Relation.AT_LEAST : Relation.ABOVE,
                            bound(from, text).low()));
        }
        if (!to.isEmpty()) {
            limits.add(
                    new Limit(
                            closedAbove ? Relation.AT_MOST : Relation.BELOW,
                            bound(to, text).low()));
        }
    }

    private static void addComparison(List<Limit> limits, String comparison, String text) {
        Partial partial = bound(comparison, text);
        if (partial.numbers().isEmpty()) {
            if (!partial.sign().isEmpty()) {
                throw malformed(text);
            }
            return;
        }
        SemanticVersion low = partial.low();
        boolean whole = partial.numbers().size() == 3;
        switch (partial.sign()) {
            case ">=" -> limits.add(new Limit(Relation.AT_LEAST, low));
            case "<" -> limits.add(new Limit(Relation.BELOW, low));
            case ">" ->
                    limits.add(
                            whole
                                    ? new Limit(Relation.ABOVE, low)
                                    : new Limit(Relation.AT_LEAST, partial.next()));
            case "<=" ->
                    limits.add(
                            whole
                                    ? new Limit(Relation.AT_MOST, low)
                                    : new Limit(Relation.BELOW, partial.next()));
            case "^" -> {
                limits.add(new Limit(Relation.AT_LEAST, low));
                limits.add(new Limit(Relation.BELOW, partial.nextBreaking()));
            }
            case "~" -> {
                limits.add(new Limit(Relation.AT_LEAST, low));
                limits.add(new Limit(Relation.BELOW, partial.upTo(2).next()));
            }
            default -> {
                limits.add(new Limit(Relation.AT_LEAST, low));
                limits.add(
                        whole
                                ? new Limit(Relation.AT_MOST, low)
                                : new Limit(Relation.BELOW, partial.next()));
            }
        }
    }

    /** A version of which only the leading numbers may be given. */
    private record Partial(String sign, List<Integer> numbers, SemanticVersion low) {
        /** The first version after all that begin with these numbers. */
        SemanticVersion next() {
            return switch (numbers.size()) {
                case 1 -> SemanticVersion.of(numbers.get(0) + 1, 0, 0);
                case 2 -> SemanticVersion.of(numbers.get(0), numbers.get(1) + 1, 0);
                default -> SemanticVersion.of(numbers.get(0), numbers.get(1), numbers.get(2) + 1);
            };
        }

        /** The first version that may break what this one promises: its first number above zero. */
        SemanticVersion nextBreaking() {
            int significant = 0;
            while (significant < numbers.size() - 1 && numbers.get(significant) == 0) {
                significant++;
            }
            return upTo(significant + 1).next();
        }

        Partial upTo(int count) {
            return new Partial(sign, numbers.subList(0, Math.min(count, numbers.size())), low);
        }
    }

    private static Partial bound(String written, String text) {
        Matcher matcher = COMPARISON.matcher(written);
        if (!matcher.matches()) {
            throw malformed(text);
        }
        List<Integer> numbers = new ArrayList<>();
        boolean free = false;
        for (int group = 2; group <= 4; group++) {
            @Nullable String part = matcher.group(group);
            boolean given = part != null && Character.isDigit(part.charAt(0));
            if (given && free) {
                throw malformed(text);
            }
            free = free || !given;
            if (given) {
                numbers.add(Integer.parseInt(part));
            }
        }
        String rest = matcher.group(5);
        if (!rest.isEmpty() && numbers.size() < 3) {
            throw malformed(text);
        }
        String low = part(numbers, 0) + "." + part(numbers, 1) + "." + part(numbers, 2) + rest;
        SemanticVersion version = SemanticVersion.find(low).orElseThrow(() -> malformed(text));
        String sign = matcher.group(1) == null ? "" : matcher.group(1);
        return new Partial(sign, numbers, version);
    }

    private static int part(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is not a version range: write it like 1.x, ^1.2, ~1.2, 1.2.3, >=1.2 <2 or [1.0,2.0)");
    }
}
