package io.convene.core;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.util.Arrays;

/**
 * The engine of the item view: one pass over a document that checks it and notes where each value
 * begins and ends. A node is four ints: kind, first byte, byte behind the last, and the index of
 * the node behind it and all it contains. Members of an object are a key node followed by the
 * value's nodes.
 */
final class JsonIndex {
    static final int OBJECT = 1;
    static final int ARRAY = 2;
    static final int STRING = 3;
    static final int ESCAPED_STRING = 4;
    static final int NUMBER = 5;
    static final int BOOLEAN = 6;
    static final int NULL = 7;
    static final int NODE = 4;

    private static final int MAX_DEPTH = 512;
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final byte[] source;
    private int[] nodes = new int[1024];
    private int size;

    private JsonIndex(byte[] source) {
        this.source = source;
    }

    /**
     * Indexes the one document that {@code source} must be; throws {@link JsonException} when it is
     * not.
     */
    static JsonIndex of(byte[] source) {
        JsonIndex index = new JsonIndex(source);
        try (JsonParser parser = FACTORY.createParser(source)) {
            index.read(parser);
        } catch (JacksonException e) {
            throw new JsonException(
                    e.getOriginalMessage()
                            + " at byte "
                            + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
        } catch (IOException e) {
            throw new JsonException(String.valueOf(e.getMessage()));
        }
        return index;
    }

    byte[] source() {
        return source;
    }

    int kind(int node) {
        return nodes[node];
    }

    int start(int node) {
        return nodes[node + 1];
    }

    int end(int node) {
        return nodes[node + 2];
    }

    int next(int node) {
        return nodes[node + 3];
    }

    /** The value of the last member of that name, or -1. */
    int member(int object, String name) {
        if (kind(object) != OBJECT) {
            return -1;
        }
        int found = -1;
        int behind = next(object);
        for (int key = object + NODE; key < behind; key = next(key + NODE)) {
            if (isNamed(key, name)) {
                found = key + NODE;
            }
        }
        return found;
    }

    private boolean isNamed(int key, String name) {
        return kind(key) == STRING
                ? JsonText.matches(source, start(key), end(key), name)
                : JsonText.unescape(source, start(key), end(key)).equals(name);
    }

    private void read(JsonParser parser) throws IOException {
        int[] open = new int[MAX_DEPTH + 1];
        int depth = 0;
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonException("the document is empty");
        }
        do {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            switch (token) {
                case START_OBJECT -> open[depth++] = add(OBJECT, start, start);
                case START_ARRAY -> open[depth++] = add(ARRAY, start, start);
                case END_OBJECT, END_ARRAY -> {
                    int node = open[--depth];
                    nodes[node + 2] = start + 1;
                    nodes[node + 3] = size;
                }
                case FIELD_NAME, VALUE_STRING -> addString(start + 1);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    parser.finishToken();
                    add(NUMBER, start, numberEnd(start));
                }
                case VALUE_TRUE -> add(BOOLEAN, start, start + 4);
                case VALUE_FALSE -> add(BOOLEAN, start, start + 5);
                case VALUE_NULL -> add(NULL, start, start + 4);
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                        throw new JsonException("unexpected token " + token);
            }
            token = parser.nextToken();
            if (depth == 0 && token != null) {
                throw new JsonException(
                        "something follows the document at byte "
                                + parser.currentTokenLocation().getByteOffset());
            }
        } while (token != null);
    }

    private int add(int kind, int start, int end) {
        int node = size;
        if (node + NODE > nodes.length) {
            nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        nodes[node] = kind;
        nodes[node + 1] = start;
        nodes[node + 2] = end;
        nodes[node + 3] = node + NODE;
        size = node + NODE;
        return node;
    }

    private void addString(int start) {
        int end = start;
        boolean escaped = false;
        while (end < source.length && source[end] != '"') {
            if (source[end] == '\\') {
                escaped = true;
                end++;
            }
            end++;
        }
        add(escaped ? ESCAPED_STRING : STRING, start, end);
    }

    private int numberEnd(int start) {
        int end = start;
        while (end < source.length && isNumberByte(source[end])) {
            end++;
        }
        return end;
    }

    private static boolean isNumberByte(byte b) {
        return (b >= '0' && b <= '9') || b == '.' || b == 'e' || b == 'E' || b == '+' || b == '-';
    }
}
