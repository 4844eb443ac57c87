package io.convene.testkit;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The system properties of the kit. */
final class KitProperties {
    static final String RULES = "convene.kit.rules";
    static final String MUTATIONS = "convene.kit.mutations";
    static final String REPORT = "convene.kit.report";
    static final String TIER = "convene.kit.tier";
    static final String TIME_LIMIT = "convene.kit.time-limit";

    private static final Duration USUAL = Duration.ofMinutes(1);

    private KitProperties() {}

    /**
     * The rules to examine: those named, separated by commas, else all.
     *
     * @throws TestkitException when there is no rule of a name
     */
    static Set<Rule> rules() {
        List<String> names =
                Stream.of(System.getProperty(RULES, "").split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        names.forEach(name -> rules.add(rule(name)));
        return rules.isEmpty() ? EnumSet.allOf(Rule.class) : rules;
    }

    /**
     * How long one rule may take.
     *
     * @throws TestkitException when the property is not a positive duration
     */
    static Duration timeLimit() {
        String text = System.getProperty(TIME_LIMIT, "").strip();
        if (text.isEmpty()) {
            return USUAL;
        }
        try {
            Duration limit =
                    text.matches("\\d{1,6}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.parse(text);
            if (limit.isPositive()) {
                return limit;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new TestkitException(
                "The system property %s is '%s': write a positive duration such as PT90S, or seconds such as 90."
                        .formatted(TIME_LIMIT, text));
    }

    /** The report of pitest, if one is named. */
    static Optional<Path> mutations() {
        return Optional.of(System.getProperty(MUTATIONS, "").strip())
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    /** Whether the report is written into the bundle. */
    static boolean writesReport() {
        return Boolean.getBoolean(REPORT);
    }

    /**
     * The tier that the bundle must earn, if one is named.
     *
     * @throws TestkitException when there is no tier of that name
     */
    static Optional<Tier> requiredTier() {
        String name = System.getProperty(TIER, "").strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(Tier.values())
                        .filter(tier -> tier.toString().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new TestkitException(
                                        "The system property %s is '%s'; there are %s."
                                                .formatted(
                                                        TIER,
                                                        name,
                                                        Arrays.toString(Tier.values())))));
    }

    private static Rule rule(String name) {
        String known = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(known))
                .findFirst()
                .orElseThrow(() ->
                        new TestkitException(
                                "The system property %s names the rule '%s'; there are %s."
                                        .formatted(RULES, name, Arrays.toString(Rule.values()))));
    }
}
