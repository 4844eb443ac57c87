package io.convene.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.random.RandomGenerator;

/** Valid documents of every shape, for fuzzing. */
final class RandomJson {
    private static final List<String> SPACES = List.of(" ", "\n", "\r\n", "\t", " \n\t  ");
    private static final List<String> NAMES = List.of("", "id", "createdAt", "interviewEvents");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "7",
                    "-12",
                    "0.5",
                    "10.25",
                    "1e5",
                    "1E+05",
                    "-3.2e-7",
                    "9".repeat(40));
    private static final List<String> ESCAPES =
            List.of(
                    "\\\"",
                    "\\\\",
                    "\\/",
                    "\\b",
                    "\\f",
                    "\\n",
                    "\\r",
                    "\\t",
                    "\\u0041",
                    "\\uD83D\\uDE00",
                    "\\udbff");
    private static final List<String> CHARACTERS =
            List.of("\u007f", "\u0080", "é", "\u07ff", "\u0800", "€", "\ud7ff", "\ue000", "\ufeff");
    private static final List<String> PAIRS = List.of("\ud800\udc00", "😀", "\udbff\udfff");

    private final RandomGenerator random;
    private final StringBuilder json = new StringBuilder();

    RandomJson(RandomGenerator random) {
        this.random = random;
    }

    byte[] document() {
        json.setLength(0);
        spaces();
        if (oneIn(50)) {
            nest(random.nextInt(508, 516));
        } else {
            value(random.nextInt(6));
        }
        spaces();
        return json.toString().getBytes(UTF_8);
    }

    /** Any of these. */
    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private void nest(int depth) {
        json.repeat("[", depth).append(random.nextBoolean() ? "" : "{}").repeat("]", depth);
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> json.append("true");
            case 1 -> json.append("false");
            case 2 -> json.append("null");
            case 3 -> json.append(pick(NUMBERS));
            case 4, 5 -> string();
            case 6, 7 -> array(depth - 1);
            default -> object(depth - 1);
        }
    }

    private void array(int depth) {
        json.append('[');
        spaces();
        for (int left = random.nextInt(5); left > 0; left--) {
            value(depth);
            spaces();
            separator(left);
        }
        json.append(']');
    }

    private void object(int depth) {
        json.append('{');
        spaces();
        for (int left = random.nextInt(5); left > 0; left--) {
            if (random.nextBoolean()) {
                json.append('"').append(pick(NAMES)).append('"');
            } else {
                string();
            }
            spaces();
            json.append(':');
            spaces();
            value(depth);
            spaces();
            separator(left);
        }
        json.append('}');
    }

    private void separator(int left) {
        if (left > 1) {
            json.append(',');
            spaces();
        }
    }

    private void spaces() {
        if (oneIn(4)) {
            json.append(pick(SPACES));
        }
    }

    private void string() {
        json.append('"');
        boolean plain = random.nextBoolean();
        for (int left = random.nextInt(24); left > 0; left--) {
            switch (plain ? 9 : random.nextInt(10)) {
                case 0 -> json.append(pick(ESCAPES));
                case 1 -> json.append(pick(CHARACTERS));
                case 2 -> json.append(pick(PAIRS));
                default -> json.append((char) random.nextInt('a', 'z'));
            }
        }
        json.append('"');
    }
}
