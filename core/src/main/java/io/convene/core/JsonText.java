package io.convene.core;

import java.nio.charset.StandardCharsets;

/** JSON string contents: escaping, unescaping and comparing them in place. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    static byte[] escape(String characters) {
        return isPlain(characters)
                ? characters.getBytes(StandardCharsets.ISO_8859_1)
                : escaped(characters);
    }

    /** Whether every character is written as itself in one byte, as in nearly all texts. */
    private static boolean isPlain(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static byte[] escaped(String characters) {
        StringBuilder json = new StringBuilder(characters.length() + 8);
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20 || isLoneSurrogate(characters, i)) {
                        json.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            json.append(HEX.charAt((c >> shift) & 0xf));
                        }
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isLoneSurrogate(String characters, int i) {
        char c = characters.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == characters.length()
                    || !Character.isLowSurrogate(characters.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(characters.charAt(i - 1)));
    }

    static String unescape(byte[] source, int start, int end) {
        String json = new String(source, start, end - start, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    static boolean hasEscape(byte[] source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (source[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(byte[] source, int start, int end, boolean escaped) {
        for (int i = start; i < end; i++) {
            byte b = source[i];
            if (b == '\\' && escaped) {
                return WhiteSpace.isBlank(unescape(source, start, end));
            }
            if (b < 0) {
                return WhiteSpace.isBlank(
                        new String(source, start, end - start, StandardCharsets.UTF_8));
            }
            if (b > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether the ASCII word is there. */
    static boolean matches(byte[] source, int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (source[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
