package io.convene.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The form in which nearly all times come, such as {@code 2026-03-02T11:00:00.000Z} with up to nine
 * digits of a second or none. Read eight characters at a time: a page has hundreds of them.
 */
final class UtcForm {
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long VALUES = 0x0f0f_0f0f_0f0f_0f0fL;

    /** Added to a byte, carries a number above nine into the byte's highest bit. */
    private static final long ABOVE_NINE = 0x7676_7676_7676_7676L;

    private static final Eight DATE = Eight.of("0000-00-");
    private static final Eight END_OF_DATE = Eight.of("00-00-00");
    private static final Eight DAY = Eight.of("00T00:00");
    private static final Eight TIME = Eight.of("0:00:00Z");
    private static final Eight TIME_WITH_FRACTION = Eight.of("0:00:00.");

    private UtcForm() {}

    /**
     * Eight characters of the form.
     *
     * @param digits all bits of each digit's byte
     * @param others the other characters
     */
    private record Eight(long digits, long others) {
        static Eight of(String form) {
            long others = (long) JsonLexer.LONG.get(form.getBytes(StandardCharsets.US_ASCII), 0);
            long digits = 0;
            for (int i = 0; i < form.length(); i++) {
                digits |= form.charAt(i) == '0' ? 0xffL << (i * Byte.SIZE) : 0;
            }
            return new Eight(digits, others & ~digits);
        }

        boolean fits(long eight) {
            long values = (eight ^ ZEROS) & digits;
            return (eight & ~digits) == others
                    && ((values | ((values & LOW_BITS) + ABOVE_NINE)) & HIGH_BITS) == 0;
        }
    }

    /** Whether the text has the form and is a time that the calendar has. */
    static boolean isOf(Text time) {
        int length = time.length();
        if (length < 20 || length > 30 || length == 21 || time.isEscaped()) {
            return false;
        }
        Eight end = length == 20 ? TIME : TIME_WITH_FRACTION;
        return DATE.fits(time.eight(0))
                && DAY.fits(time.eight(8))
                && end.fits(time.eight(12))
                && isFraction(time)
                && exists(time);
    }

    /**
     * Whether the text is a date that the calendar has, such as {@code 2026-03-02}, and no more.
     */
    static boolean isDate(Text text) {
        return text.length() == 10
                && !text.isEscaped()
                && DATE.fits(text.eight(0))
                && END_OF_DATE.fits(text.eight(2))
                && isDay(year(text), month(text), two(text, 2, 6));
    }

    /** The instant that a text of the form means. */
    static Instant instant(Text time) {
        long day = LocalDate.of(year(time), month(time), day(time)).toEpochDay();
        long second = day * 86_400 + hour(time) * 3_600L + minute(time) * 60L + second(time);
        long nanos = 0;
        int digits = 0;
        for (int i = 20; i < time.length() - 1; i++) {
            nanos = nanos * 10 + time.at(i) - '0';
            digits++;
        }
        for (; digits > 0 && digits < 9; digits++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    /** Whether only digits follow the point, and then the zone. */
    private static boolean isFraction(Text time) {
        int zone = time.length() - 1;
        for (int i = 20; i < zone; i++) {
            if (time.at(i) < '0' || time.at(i) > '9') {
                return false;
            }
        }
        return time.at(zone) == 'Z';
    }

    private static boolean exists(Text time) {
        return isDay(year(time), month(time), day(time))
                && hour(time) <= 23
                && minute(time) <= 59
                && second(time) <= 59;
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= LocalDate.of(year, month, 1).lengthOfMonth());
    }

    private static int year(Text time) {
        return two(time, 0, 0) * 100 + two(time, 0, 2);
    }

    private static int month(Text time) {
        return two(time, 0, 5);
    }

    private static int day(Text time) {
        return two(time, 8, 0);
    }

    private static int hour(Text time) {
        return two(time, 8, 3);
    }

    private static int minute(Text time) {
        return two(time, 8, 6);
    }

    private static int second(Text time) {
        return two(time, 12, 5);
    }

    /** The number that two digits write, {@code place} characters after {@code eight}. */
    private static int two(Text time, int eight, int place) {
        long digits = time.eight(eight) & VALUES;
        return (int) ((digits * 10 + (digits >>> Byte.SIZE)) >>> (place * Byte.SIZE)) & 0xff;
    }
}
