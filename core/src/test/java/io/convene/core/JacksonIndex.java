package io.convene.core;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.util.Arrays;

/** The index as Jackson's parser has it: the reference for {@link JsonScanner}. */
final class JacksonIndex {
    private static final int MAX_DEPTH = 512;
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final byte[] source;
    private final int[] open = new int[MAX_DEPTH];
    private long[] nodes = new long[16];
    private int size;
    private int depth;

    private JacksonIndex(byte[] source) {
        this.source = source;
    }

    /** Indexes a document; throws {@link JsonException} when Jackson refuses it. */
    static JsonIndex of(byte[] source) {
        JacksonIndex index = new JacksonIndex(source);
        try (JsonParser parser = FACTORY.createParser(source)) {
            index.read(parser);
        } catch (JacksonException e) {
            throw new JsonException(e.getOriginalMessage());
        } catch (IOException e) {
            throw new JsonException(String.valueOf(e.getMessage()));
        }
        return new JsonIndex(source, index.nodes);
    }

    private void read(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonException("no document");
        }
        while (token != null) {
            if (depth == 0 && size > 0) {
                throw new JsonException("two documents");
            }
            parser.finishToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            switch (token) {
                case START_OBJECT -> open(JsonIndex.OBJECT, start);
                case START_ARRAY -> open(JsonIndex.ARRAY, start);
                case END_OBJECT, END_ARRAY -> close(start);
                case FIELD_NAME, VALUE_STRING -> addString(start + 1);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        add(JsonIndex.NUMBER, start, parser.getTextLength());
                case VALUE_TRUE -> add(JsonIndex.BOOLEAN, start, 4);
                case VALUE_FALSE -> add(JsonIndex.BOOLEAN, start, 5);
                case VALUE_NULL -> add(JsonIndex.NULL, start, 4);
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new AssertionError(token);
            }
            token = parser.nextToken();
        }
    }

    private void open(int kind, int start) {
        open[depth++] = size;
        add(kind, start, 0);
    }

    private void close(int start) {
        int container = open[--depth];
        nodes[container] |= JsonIndex.node(0, 0, size);
        boolean flat = true;
        for (int node = container + 1; node < size; node++) {
            flat &= JsonIndex.kind(nodes[node]) > JsonIndex.ARRAY;
        }
        add(flat ? JsonIndex.FLAT_END : JsonIndex.END, start, container);
    }

    private void addString(int start) {
        int kind = JsonIndex.STRING;
        int end = start;
        while (source[end] != '"') {
            if (source[end] == '\\') {
                kind = JsonIndex.ESCAPED_STRING;
                end++;
            }
            end++;
        }
        add(kind, start, end - start);
    }

    private void add(int kind, int start, int extent) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = JsonIndex.node(kind, start, extent);
    }
}
