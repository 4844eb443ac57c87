package io.convene.launcher.egress.auth;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The ways in which vendors' libraries write a text in JSON, HTML and XML. */
final class EscapedForms {
    private static final List<String> APOSTROPHES = List.of("'", "&#39;", "&#039;", "&apos;");

    private EscapedForms() {}

    /** The text as it is written between quotes or tags; the same one several times. */
    static Stream<String> of(String text) {
        return Stream.concat(json(text), APOSTROPHES.stream().map(sign -> markup(text, sign)));
    }

    /** Some escape slashes too, some the characters with a meaning in HTML, some all but ASCII. */
    private static Stream<String> json(String text) {
        IntPredicate ofHtml = character -> "<>&'".indexOf(character) >= 0;
        IntPredicate foreign = character -> character > '~';
        return Stream.of(character -> false, ofHtml, foreign, ofHtml.or(foreign))
                .flatMap(numbered ->
                        Stream.of("\\u%04x", "\\u%04X").map(form -> json(text, numbered, form)))
                .flatMap(written -> Stream.of(written, written.replace("/", "\\/")));
    }

    private static String json(String text, IntPredicate numbered, String form) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (numbered.test(character)) {
                written.append(form.formatted((int) character));
            } else if (character == '"' || character == '\\') {
                written.append('\\').append(character);
            } else {
                written.append(character);
            }
        }
        return written.toString();
    }

    private static String markup(String text, String apostrophe) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", apostrophe);
    }
}
