package io.convene.bench.upstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Ashby's as one of many: the same bytes with a number in every schedule's id and in the
 * cursor. Making one costs hardly more than copying it.
 */
final class NumberedPage {
    /** How many digits the number has: as many as the first group of a UUID. */
    static final int DIGITS = 8;

    /** The beginning of every cursor; the number of its page follows. */
    static final String CURSOR = AshbyPage.CURSOR.substring(0, AshbyPage.CURSOR.length() - DIGITS);

    private static final Pattern SCHEDULE =
            Pattern.compile("\"id\":\"([0-9a-f]{8}-[0-9a-f-]{27})\",\"status\":");

    private final byte[] page;
    private final int[] ids;
    private final int cursor;

    NumberedPage(byte[] page) {
        this.page = page.clone();
        // A byte is a character here, so that places in one are places in the other.
        String text = new String(page, StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        Matcher schedule = SCHEDULE.matcher(text);
        while (schedule.find()) {
            // The schedule's events name it, too.
            String id = schedule.group(1);
            for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
                places.add(at);
            }
        }
        this.ids = places.stream().mapToInt(Integer::intValue).toArray();
        int begin = text.indexOf(CURSOR);
        this.cursor = begin < 0 ? begin : begin + CURSOR.length();
    }

    /** The page of that number, from 1, with the next number in its cursor if it has one. */
    byte[] numbered(int number) {
        byte[] copy = page.clone();
        byte[] digits = digits(number);
        for (int place : ids) {
            System.arraycopy(digits, 0, copy, place, DIGITS);
        }
        if (cursor >= 0) {
            System.arraycopy(digits(number + 1), 0, copy, cursor, DIGITS);
        }
        return copy;
    }

    private static byte[] digits(int number) {
        byte[] digits = new byte[DIGITS];
        int rest = number;
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }
}
