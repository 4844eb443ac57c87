package io.convene.provider.ceipal;

import io.convene.core.Text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML entities, which Ceipal leaves in its texts. */
final class CeipalText {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|([A-Za-z]+));");
    private static final int NO_BREAK_SPACE = 0xA0;
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("hellip", "…"));

    private CeipalText() {}

    /** The text with its entities decoded once; unknown ones stay as they are. */
    static Text decode(Text text) {
        String encoded = text.string();
        return encoded.indexOf('&') < 0 ? text : Text.of(decode(encoded).strip());
    }

    static String decode(String encoded) {
        return ENTITY.matcher(encoded)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code =
                entity.group(1) != null
                        ? Integer.parseInt(entity.group(1))
                        : Integer.parseInt(entity.group(2), 16);
        if (code == NO_BREAK_SPACE) {
            return " ";
        }
        boolean isCharacter =
                Character.isDefined(code) && Character.getType(code) != Character.SURROGATE;
        return isCharacter && code != 0 ? Character.toString(code) : entity.group();
    }
}
