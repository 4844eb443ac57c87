package io.convene.sandbox.wire;

import java.util.List;

/** Spellings that are valid JSON and do not survive a parse and a rewrite. */
public final class Oddities {

    private static final List<String> VALUES =
            List.of(
                    "{\"n\":1E5,\"n\":2,\"s\":\"caf\\u00e9 café\",\"u\":\"https:\\/\\/example.com\\/a\"}",
                    "{ \"big\" : 123456789012345678901234567890.1234567890 , \"zero\":-0.0,\"big\":\"again\" }",
                    "[1E+5, 1.0, 1.00, 100000000000000000001, \"\\u0041\\/\\b\", {\"\": null, \"\":[ ]}]",
                    "{\"k\\u0065y\":\"\\ud83d\\ude00 😀\",\"key\":1e-7,\"brackets\":\"]}\\\"{[\",\"deep\":[[[[{\"x\":[]}]]]]}");

    private Oddities() {}

    /** The odd value for a record's number, to stand in a member no client knows. */
    public static Json value(int index) {
        return Json.verbatim(VALUES.get(Math.floorMod(index, VALUES.size())));
    }

    /** Most records are compact; some are spelt in the other styles. */
    public static Json.Style style(int index) {
        return switch (index % 13) {
            case 3 -> Json.Style.PRETTY;
            case 6 -> Json.Style.RAGGED;
            case 9 -> Json.Style.ESCAPED;
            default -> Json.Style.COMPACT;
        };
    }
}
