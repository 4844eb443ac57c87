package io.convene.core.spi;

import io.convene.core.Item;

/**
 * A vendor's own words in messages. Messages go to callers and into logs, so words are cut.
 *
 * @since 1.0.0
 */
public final class VendorWords {
    private static final int LONGEST = 200;

    private VendorWords() {}

    /**
     * Cuts words that are long.
     *
     * @param words the vendor's words
     * @return the words without white space at their ends, at most 200 characters and an ellipsis
     */
    public static String cut(String words) {
        String stripped = words.strip();
        if (stripped.length() <= LONGEST) {
            return stripped;
        }
        boolean splitsPair = Character.isHighSurrogate(stripped.charAt(LONGEST - 1));
        return stripped.substring(0, splitsPair ? LONGEST - 1 : LONGEST) + "…";
    }

    /**
     * Says that a vendor refused a request, and in which words.
     *
     * @param vendor the vendor's name, such as {@code Ashby}
     * @param what the thing it refused, such as {@code the request}
     * @param code the vendor's code, or the status, such as {@code HTTP 403}
     * @param words the vendor's words; empty when it has none
     * @return one sentence, to which advice may be added
     */
    public static String refusal(String vendor, String what, String code, String words) {
        String quoted = cut(words);
        if (quoted.isEmpty()) {
            return "%s refused %s (%s) without saying why.".formatted(vendor, what, code);
        }
        return "%s refused %s (%s): %s%s"
                .formatted(vendor, what, code, quoted, quoted.endsWith(".") ? "" : ".");
    }

    /**
     * Finds the vendor's words in the usual members of an error: {@code message}, {@code error},
     * {@code detail}, {@code error_description} and {@code title}, of the body itself, of its
     * object {@code error}, and of the first element of {@code errors}.
     *
     * @param response an answer that is not a success
     * @return the words; empty when the body is not JSON or has none of these
     */
    public static String in(VendorResponse response) {
        Item body = response.jsonIfAny();
        String words = of(body);
        if (words.isEmpty()) {
            words = of(body.at("error"));
        }
        if (words.isEmpty() && !body.each("errors").isEmpty()) {
            Item first = body.each("errors").getFirst();
            words = first.isString() ? first.text().string() : of(first);
        }
        return words;
    }

    private static String of(Item error) {
        return error.words("message")
                .or(error.words("error_description"))
                .or(error.words("error"))
                .or(error.words("detail"))
                .or(error.words("title"))
                .string();
    }
}
