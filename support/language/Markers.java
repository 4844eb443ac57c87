import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts turns of phrase that make our texts hard to read, in Markdown files and in the comments of
 * Java files: {@code java support/language/Markers.java [--list] [folder ...]}.
 *
 * <p>Prints one line for each marker: how often it occurs, how often per 1,000 words, and the limit.
 * With {@code --list} it also prints every place. Exits with 1 when a limit is exceeded. A count is a
 * hint, not a verdict: a text can pass and still need another reading.
 */
final class Markers {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:\"])//[^\\n]*", Pattern.DOTALL);
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`|\\{@code [^}]*}|https?://\\S+");

    private record Marker(String name, Pattern pattern, double limit) {}

    private static final List<Marker> MARKERS =
            List.of(
                    // A question keeps its "what"; a clause that begins with it hides its noun.
                    marker("bare 'what' clause", "\\bwhat\\b(?![^.!?]*\\?)", 0.5),
                    marker(
                            "'behind' for after",
                            "\\bbehind\\b(?! (?:a |an |the |one )?(?:reverse |load |TLS )?(?:proxy|proxies|balancer|nginx|firewall|gateway))",
                            0),
                    marker("'stands' for is", "\\b(?:stands?|stood)\\b(?![- ](?:in|ins|alone)\\b)", 0),
                    marker("'lies' for is", "\\b(?:lies|lay) (?:in|at|on|below|between|beside|beyond)\\b", 0),
                    marker("anew, besides, likewise", "\\b(?:anew|besides|likewise)\\b", 0));

    private static Marker marker(String name, String regex, double limit) {
        return new Marker(name, Pattern.compile(regex, Pattern.CASE_INSENSITIVE), limit);
    }

    public static void main(String[] arguments) throws IOException {
        List<String> roots = new ArrayList<>(List.of(arguments));
        boolean list = roots.remove("--list");
        if (roots.isEmpty()) {
            roots.add(".");
        }
        long words = 0;
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (String root : roots) {
            for (Path file : texts(Path.of(root))) {
                String prose = prose(file);
                words += WORD.matcher(prose).results().count();
                for (Marker marker : MARKERS) {
                    Matcher found = marker.pattern().matcher(prose);
                    while (found.find()) {
                        counts.merge(marker.name(), 1, Integer::sum);
                        if (list) {
                            System.out.printf("%s:%d: %s%n", file, line(prose, found.start()), marker.name());
                        }
                    }
                }
            }
        }
        System.out.printf("%d words%n", words);
        boolean exceeded = false;
        for (Marker marker : MARKERS) {
            int count = counts.getOrDefault(marker.name(), 0);
            double share = words == 0 ? 0 : 1000.0 * count / words;
            exceeded |= share > marker.limit();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %5d  %.2f per 1,000 words, limit %.1f%n",
                    marker.name(),
                    count,
                    share,
                    marker.limit());
        }
        System.exit(exceeded ? 1 : 0);
    }

    private static List<Path> texts(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(md|java)"))
                    .filter(file -> !file.toString().matches("(.*/)?(target|\\.build|\\.git)/.*"))
                    // The words to look for are the subject of this file.
                    .filter(file -> !file.endsWith("Markers.java"))
                    .sorted()
                    .toList();
        }
    }

    /** The file's prose; everything else becomes blanks, so that line numbers stay right. */
    private static String prose(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.toString().endsWith(".md")) {
            return blank(CODE, blank(FENCED, text));
        }
        StringBuilder prose = new StringBuilder(text.replaceAll("[^\\n]", " "));
        Matcher comment = COMMENT.matcher(text);
        while (comment.find()) {
            prose.replace(comment.start(), comment.end(), comment.group());
        }
        return blank(CODE, prose.toString());
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    }

    private static long line(String text, int position) {
        return text.substring(0, position).lines().count() + (text.charAt(Math.max(0, position - 1)) == '\n' ? 1 : 0);
    }
}
