package io.convene.launcher.query;

import io.convene.core.Item;
import io.convene.core.JsonException;

import java.util.Arrays;
import java.util.Optional;

/**
 * A JSON document as far as its beginning tells: up to the first array, which is taken for empty,
 * or else the outermost object's members that are complete. All that was open is closed there.
 */
final class TruncatedJson {
    private final byte[] bytes;
    private int depth;
    private int cut;
    private int closing;

    private TruncatedJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The document that begins so.
     *
     * @return nothing when no JSON object or array begins so
     */
    static Optional<byte[]> of(byte[] bytes) {
        TruncatedJson beginning = new TruncatedJson(bytes);
        boolean array = beginning.read();
        if (beginning.cut == 0) {
            return Optional.empty();
        }
        byte[] document = beginning.closed(array);
        try {
            Item.parse(document);
            return Optional.of(document);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** Reads up to the first array, and says whether there is one. */
    private boolean read() {
        for (int i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '"' -> i = afterString(i) - 1;
                case '[' -> {
                    mark(i + 1);
                    return true;
                }
                case '{' -> {
                    depth++;
                    if (depth == 1) {
                        mark(i + 1);
                    }
                }
                case '}' -> depth--;
                case ',' -> {
                    if (depth == 1) {
                        mark(i);
                    }
                }
                default -> {
                    // a scalar, a colon or a blank
                }
            }
        }
        return false;
    }

    private void mark(int end) {
        cut = end;
        closing = depth;
    }

    /** Where the string ends that begins there. */
    private int afterString(int start) {
        for (int i = start + 1; i < bytes.length; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == '"') {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private byte[] closed(boolean array) {
        byte[] document = Arrays.copyOf(bytes, cut + (array ? 1 : 0) + Math.max(0, closing));
        Arrays.fill(document, cut, document.length, (byte) '}');
        if (array) {
            document[cut] = ']';
        }
        return document;
    }
}
