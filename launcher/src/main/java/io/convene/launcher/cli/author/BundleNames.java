package io.convene.launcher.cli.author;

import java.lang.module.ModuleDescriptor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names in the project of a bundle.
 *
 * @param id the integration's id
 * @param packageName the package of the bundle, which is also the name of its module
 */
public record BundleNames(String id, String packageName) {
    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE =
            Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+(?<![0-9])");
    private static final Pattern TAKEN =
            Pattern.compile("(java|javax|jakarta|io\\.convene\\.(core|launcher|testkit))(\\..*)?");

    /** Classes of Convene that the project imports: AtsProvider, TestVendor. */
    private static final Set<String> IMPORTED = Set.of("Ats", "Test");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException when one cannot be used; the message says why
     */
    public BundleNames {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the id of an integration; it has lower-case letters, digits and single hyphens, begins with a letter and has at most 64 characters"
                            .formatted(id));
        }
        if (!PACKAGE.matcher(packageName).matches() || !isJava(packageName)) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the package of a bundle; write it like com.acme.%s: two or more lower-case Java names with dots between them, and no digit at the end"
                            .formatted(packageName, id.replaceAll("[^a-z]", "")));
        }
        if (TAKEN.matcher(packageName).matches()) {
            throw new IllegalArgumentException(
                    "the package '%s' belongs to Java or Convene; choose one of your own, such as com.acme.%s"
                            .formatted(packageName, id.replaceAll("[^a-z]", "")));
        }
    }

    /** What templates call these names. */
    Map<String, String> words() {
        return Map.of(
                "id", id,
                "Name", className(),
                "Title", title(),
                "package", packageName,
                "folder", packageName.replace('.', '/'));
    }

    /** The id as people write a name, such as Smart Recruiters. */
    public String title() {
        return Arrays.stream(id.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private String className() {
        String name = title().replace(" ", "");
        return IMPORTED.contains(name) ? name + "Bundle" : name;
    }

    private static boolean isJava(String name) {
        try {
            ModuleDescriptor.newModule(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
