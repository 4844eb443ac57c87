package io.convene.sandbox.ashby;

import java.util.concurrent.ThreadLocalRandom;

/** Request ids in the form Ashby gives them. */
final class Ulid {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Ulid() {}

    static String next() {
        StringBuilder text = new StringBuilder("01");
        ThreadLocalRandom.current()
                .ints(24, 0, LETTERS.length())
                .forEach(letter -> text.append(LETTERS.charAt(letter)));
        return text.toString();
    }
}
