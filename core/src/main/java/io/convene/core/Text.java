package io.convene.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A piece of text as a span of JSON bytes: the bytes between the quotes of a string, or the digits
 * of a number. It becomes a String only when someone asks, and is copied into an answer without
 * decoding. Immutable; the bytes it spans must not change. It keeps its whole document in memory.
 *
 * <p>Text of nothing but white space, no-break spaces included, is {@linkplain #isPresent()
 * absent}. Two texts are equal when their decoded characters are.
 *
 * @since 1.0.0
 */
public final class Text {
    private static final int LONGEST_FLAG = 5;
    private static final Text ABSENT = new Text(new byte[0], 0, 0, false, false);

    private final byte[] source;
    private final int start;
    private final int end;
    private final boolean escaped;
    private final boolean literal;

    private Text(byte[] source, int start, int end, boolean escaped, boolean literal) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.escaped = escaped;
        this.literal = literal;
    }

    /** The absent text, which is not null: a draft leaves a field out that is set to it. */
    public static Text absent() {
        return ABSENT;
    }

    /**
     * A text of the bundle's own.
     *
     * @param characters any characters
     * @return the characters as text; absent when they are blank
     */
    public static Text of(String characters) {
        if (WhiteSpace.isBlank(characters)) {
            return ABSENT;
        }
        byte[] json = JsonText.escape(characters);
        return new Text(json, 0, json.length, JsonText.hasEscape(json, 0, json.length), false);
    }

    /** A span of JSON bytes; blank spans are absent. */
    static Text span(byte[] source, int start, int end, boolean escaped) {
        return JsonText.isBlank(source, start, end, escaped)
                ? ABSENT
                : new Text(source, start, end, escaped, false);
    }

    /** The literal true or false that is there, as opposed to a text of the same letters. */
    static Text literal(byte[] source, int start, int end) {
        return new Text(source, start, end, false, true);
    }

    /** Whether there is any text at all. */
    public boolean isPresent() {
        return start != end;
    }

    /** The text decoded, or an empty String when absent. */
    public String string() {
        return escaped
                ? JsonText.unescape(source, start, end)
                : new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /** The decoded text, or nothing when absent. */
    public Optional<String> optional() {
        return isPresent() ? Optional.of(string()) : Optional.empty();
    }

    /**
     * Chooses between two texts.
     *
     * @param other the text to fall back on
     * @return this text, or the other when this one is absent
     */
    public Text or(Text other) {
        return isPresent() ? this : other;
    }

    /**
     * Compares with a word. Nothing is decoded unless this text has escapes.
     *
     * @param word a word of ASCII
     * @return whether this is exactly that word
     */
    public boolean is(String word) {
        return escaped
                ? string().equals(word)
                : length() == word.length() && JsonText.matches(source, start, word);
    }

    /**
     * This text as a whole number: {@code 12}, {@code 12.0} and {@code 1.2e1} are all 12.
     *
     * @return nothing when it is not a number, has a fraction, is beyond a long or longer than 40
     *     characters
     */
    public OptionalLong integer() {
        return JsonNumber.integer(this);
    }

    /**
     * This text as a number.
     *
     * @return nothing when it is not a number, is beyond a finite double or longer than 40
     *     characters
     */
    public OptionalDouble number() {
        return JsonNumber.number(this);
    }

    /**
     * This text as true or false, in any case.
     *
     * @return nothing when it is neither
     */
    public Optional<Boolean> flag() {
        String word = isPresent() && length() <= LONGEST_FLAG ? string() : "";
        if (word.equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        return word.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    /**
     * This text with one plain space for each run of white space, and none at its ends. White space
     * is all that Unicode calls a space, no-break spaces and invisible characters included.
     *
     * @return an empty String when absent
     */
    public String collapsed() {
        return collapsed(string());
    }

    /**
     * The same of characters that are decoded already.
     *
     * @param characters any characters
     * @return the characters with their white space collapsed
     */
    public static String collapsed(String characters) {
        return WhiteSpace.isCollapsed(characters) ? characters : WhiteSpace.collapsed(characters);
    }

    /** Length in bytes of the JSON form without quotes. */
    public int length() {
        return end - start;
    }

    /**
     * Copies the JSON form without quotes.
     *
     * @param target takes {@link #length()} bytes
     * @param offset the place of the first one
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(source, start, target, offset, end - start);
    }

    /** The byte at the given place of the JSON form. */
    byte at(int index) {
        return source[start + index];
    }

    /** The eight bytes from the given place of the JSON form on, the first the lowest. */
    long eight(int index) {
        return (long) JsonLexer.LONG.get(source, start + index);
    }

    /** This text, or absent text when it is the literal true or false. */
    Text unlessLiteral() {
        return literal ? ABSENT : this;
    }

    boolean isEscaped() {
        return escaped;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Text that)) {
            return false;
        }
        if (escaped || that.escaped) {
            return string().equals(that.string());
        }
        return Arrays.equals(source, start, end, that.source, that.start, that.end);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = start; i < end; i++) {
            byte b = source[i];
            if (b < 0 || escaped) {
                return string().hashCode();
            }
            // The same hash as that of a String of ASCII.
            hash = 31 * hash + b;
        }
        return hash;
    }

    @Override
    public String toString() {
        return string();
    }
}
