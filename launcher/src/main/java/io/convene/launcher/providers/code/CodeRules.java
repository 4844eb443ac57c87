package io.convene.launcher.providers.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.StringTokenizer;

/** The rules in {@code code-rules.properties}, and the verdict for what none of them names. */
final class CodeRules {
    private static final String FILE = "code-rules.properties";
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final List<String> HOST = List.of("io.convene.launcher.", "io.helidon.");

    /** By the entry in the file. */
    private static final Map<String, Rule> RULES = load();

    /** The classes with rules for single members. */
    private static final Set<String> OWNERS = owners();

    /** A verdict; without a matter it allows. */
    private record Rule(Optional<Matter> matter) {}

    private CodeRules() {}

    /** The matter of a class, unless bundles may use it. */
    static Optional<Matter> ofClass(String name) {
        return isBelow(JDK, name) || isBelow(HOST, name) ? byRules(name) : Optional.empty();
    }

    private static Optional<Matter> byRules(String name) {
        @Nullable Rule rule = RULES.get(name);
        if (rule != null) {
            return rule.matter();
        }
        int nested = name.lastIndexOf('$');
        return nested > 0 ? byRules(name.substring(0, nested)) : ofPackage(name);
    }

    /** Whether there are rules for single members of a class. */
    static boolean namesMembersOf(String type) {
        return OWNERS.contains(type);
    }

    /**
     * The matter of a member, unless bundles may use it.
     *
     * @param first the type of its first parameter; empty when it has none
     */
    static Optional<Matter> ofMember(String owner, String name, String first) {
        if (namesMembersOf(owner)) {
            String member = owner + "." + name;
            @Nullable Rule rule = RULES.get(member + "(" + first + ")");
            if (rule == null) {
                rule = RULES.get(member);
            }
            if (rule != null) {
                return rule.matter();
            }
        }
        return ofClass(owner);
    }

    /**
     * The name of a class as a constant names it, {@code java/util/List}, or of an array's
     * elements.
     */
    static String elementName(String constant) {
        int dimensions = constant.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return constant.replace('/', '.');
        }
        boolean ofClasses = constant.charAt(dimensions) == 'L';
        return ofClasses
                ? constant.substring(dimensions + 1, constant.length() - 1).replace('/', '.')
                : "";
    }

    /** The class of a method's first parameter in its descriptor; empty when it is none. */
    static String firstParameter(String descriptor) {
        return descriptor.startsWith("(L")
                ? descriptor.substring(2, descriptor.indexOf(';')).replace('/', '.')
                : "";
    }

    private static Optional<Matter> ofPackage(String type) {
        int dot = type.lastIndexOf('.');
        @Nullable Rule rule = dot < 0 ? null : RULES.get(type.substring(0, dot) + ".*");
        while (rule == null && dot > 0) {
            rule = RULES.get(type.substring(0, dot) + ".**");
            dot = type.lastIndexOf('.', dot - 1);
        }
        return rule == null ? Optional.of(Matter.OTHER) : rule.matter();
    }

    /** A loop, because this is asked of every class that a bundle names. */
    private static boolean isBelow(List<String> prefixes, String name) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Rule> load() {
        Properties texts = new Properties();
        try (InputStream in = CodeRules.class.getResourceAsStream(FILE)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Rule> rules = new HashMap<>();
        add(texts, "allowed", new Rule(Optional.empty()), rules);
        for (Matter matter : Matter.values()) {
            add(texts, matter.key(), new Rule(Optional.of(matter)), rules);
        }
        return rules;
    }

    private static void add(Properties texts, String key, Rule rule, Map<String, Rule> rules) {
        StringTokenizer names =
                new StringTokenizer(Objects.requireNonNull(texts.getProperty(key), key));
        while (names.hasMoreTokens()) {
            String name = names.nextToken();
            if (rules.put(name, rule) != null) {
                throw new IllegalStateException("%s names %s twice".formatted(FILE, name));
            }
        }
    }

    /** The parts before the last dots, of which those of packages are the names of no class. */
    private static Set<String> owners() {
        Set<String> owners = new HashSet<>();
        for (String name : RULES.keySet()) {
            int parameters = name.indexOf('(');
            String member = parameters < 0 ? name : name.substring(0, parameters);
            owners.add(member.substring(0, member.lastIndexOf('.')));
        }
        return owners;
    }
}
