package io.convene.core;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads numbers that a vendor wrote as JSON numbers or as strings. */
final class JsonNumber {
    /** More characters than any number of use has; parsing a longer one could take very long. */
    private static final int LONGEST = 40;

    private static final Pattern FORM = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");

    private JsonNumber() {}

    static OptionalLong integer(Text text) {
        if (!isNumber(text)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(text.string().strip()).longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalDouble number(Text text) {
        if (!isNumber(text)) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text.string().strip());
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static boolean isNumber(Text text) {
        return text.isPresent()
                && text.length() <= LONGEST
                && FORM.matcher(text.string().strip()).matches();
    }
}
