package io.convene.provider.ceipal;

import io.convene.core.Text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML's character references, which Ceipal leaves in its texts, and white space. All names of HTML
 * are known; a reference must end in a semicolon, because addresses have ampersands too.
 */
final class CeipalText {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#0*(\\d{1,7})|#[xX]0*(\\p{XDigit}{1,6})|([A-Za-z][A-Za-z0-9]*));");
    private static final char NO_BREAK_SPACE = 0xA0;
    private static final int FIRST_CONTROL = 0x80;

    /** HTML's meaning of the numbers 128 to 159: the characters of Windows-1252. */
    private static final String WINDOWS =
            "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private CeipalText() {}

    /** The text with its references decoded once; unknown ones stay as they are. */
    static Text decode(Text text) {
        String encoded = text.string();
        return encoded.indexOf('&') < 0 ? text : Text.of(decode(encoded).strip());
    }

    static String decode(String encoded) {
        return REFERENCE
                .matcher(encoded)
                .replaceAll(reference -> Matcher.quoteReplacement(characters(reference)));
    }

    /** The decoded text with one plain space for each run of white space, and none at its ends. */
    static String plain(String text) {
        String decoded = text.indexOf('&') < 0 ? text : decode(text);
        return Text.collapsed(decoded);
    }

    private static String characters(MatchResult reference) {
        String found;
        if (reference.group(3) != null) {
            found = Named.CHARACTERS.getOrDefault(reference.group(3), reference.group());
        } else {
            found = character(number(reference), reference.group());
        }
        return found.replace(NO_BREAK_SPACE, ' ');
    }

    private static int number(MatchResult reference) {
        return reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
    }

    private static String character(int number, String reference) {
        int control = number - FIRST_CONTROL;
        if (control >= 0 && control < WINDOWS.length()) {
            return WINDOWS.substring(control, control + 1);
        }
        boolean isCharacter =
                number > 0
                        && Character.isValidCodePoint(number)
                        && Character.getType(number) != Character.SURROGATE;
        return isCharacter ? Character.toString(number) : reference;
    }

    /** Read when the first text has a reference by name. */
    private static final class Named {
        static final Map<String, String> CHARACTERS = characters();

        private static Map<String, String> characters() {
            Map<String, String> characters = new HashMap<>();
            CeipalTables.lines("entities.txt")
                    .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
                    .forEach(entry -> {
                        int equals = entry.indexOf('=');
                        characters.put(
                                entry.substring(0, equals), decoded(entry.substring(equals + 1)));
                    });
            return Map.copyOf(characters);
        }

        private static String decoded(String hexadecimal) {
            StringBuilder text = new StringBuilder();
            for (String number : hexadecimal.split("\\+", -1)) {
                text.appendCodePoint(Integer.parseInt(number, 16));
            }
            return text.toString();
        }
    }
}
