package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Valid and damaged documents, each given to the scanner and to Jackson; both must agree whether it
 * is JSON, and if so node by node. With three exceptions: Jackson sees blanks in place of a leading
 * byte order mark, which it refuses. And, where it departs from RFC 8259, bytes that are not UTF-8
 * must be refused, though Jackson lets some malformed sequences through; and escaped surrogates are
 * replaced before Jackson sees them, because it refuses lone ones in names.
 *
 * <p>Takes more inputs with {@code -Dconvene.fuzz.inputs=500000}, as {@code ./build full} does, and
 * others with {@code -Dconvene.fuzz.seed=2}. A failure shows the input.
 */
class JsonFuzzTests {
    private static final long INPUTS = Long.getLong("convene.fuzz.inputs", 20_000);
    private static final List<String> FRAGMENTS =
            List.of(
                    "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u", "tru", "-", "0", ".", "e", "/",
                    "'", "\ufeff", "\\uDFAA");
    private static final Pattern SURROGATE_ESCAPE =
            Pattern.compile("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");
    private static final byte[] TELLING_BYTES =
            HexFormat.of()
                    .parseHex(
                            "00090a0b0c1f20212223272c2d2e2f303a5b5c5d65757b7d7f"
                                    + "808f909fa0bfc0c1c2dfe0edeff0f4f5f8feff");

    private final SplittableRandom random =
            new SplittableRandom(Long.getLong("convene.fuzz.seed", 1));
    private final RandomJson json = new RandomJson(random);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void agreesWithJacksonOnValidAndOnDamagedDocuments() {
        long inputs = 0;
        long accepted = 0;
        byte[] other = json.document();
        while (inputs < INPUTS) {
            byte[] document = json.document();
            accepted += agrees(document) ? 1 : 0;
            for (int i = 0; i < 9; i++) {
                accepted += agrees(damaged(document, other)) ? 1 : 0;
            }
            inputs += 10;
            other = document;
        }
        System.out.println(
                "JSON fuzzing: " + inputs + " inputs, " + accepted + " of them accepted");
        assertThat(accepted).isBetween(inputs / 10, inputs - inputs / 10);
    }

    private static boolean agrees(byte[] input) {
        Optional<JsonIndex> expected = isUtf8(input) ? jackson(input) : Optional.empty();
        Optional<JsonIndex> found = scanner(input);
        assertThat(found.map(JsonFuzzTests::nodes))
                .as(() -> shown(input))
                .isEqualTo(expected.map(JsonFuzzTests::nodes));
        return found.isPresent();
    }

    private static String shown(byte[] input) {
        return HexFormat.of().formatHex(input) + " " + new String(input, UTF_8);
    }

    private static Optional<JsonIndex> jackson(byte[] input) {
        try {
            return Optional.of(JacksonIndex.of(withoutMark(withoutSurrogateEscapes(input))));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** Puts blanks in the place of a byte order mark in front. */
    private static byte[] withoutMark(byte[] input) {
        byte[] plain = input.clone();
        Arrays.fill(plain, 0, ByteOrderMark.length(plain), (byte) ' ');
        return plain;
    }

    /** Puts another escape of the same length in their place. */
    private static byte[] withoutSurrogateEscapes(byte[] input) {
        String bytes = new String(input, ISO_8859_1);
        return SURROGATE_ESCAPE.matcher(bytes).replaceAll("\\\\u0041").getBytes(ISO_8859_1);
    }

    private static Optional<JsonIndex> scanner(byte[] input) {
        try {
            return Optional.of(JsonIndex.of(input));
        } catch (JsonException e) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(shown(input), e);
        }
    }

    private static boolean isUtf8(byte[] input) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(input));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String nodes(JsonIndex index) {
        StringBuilder nodes = new StringBuilder();
        for (int node = 0; node < index.next(0); node++) {
            nodes.append(index.kind(node)).append(' ');
            nodes.append(index.start(node)).append(' ');
            nodes.append(index.end(node)).append(' ');
            nodes.append(index.next(node)).append('\n');
        }
        return nodes.toString();
    }

    /** A copy in which, up to three times, bytes have changed, come, gone or been exchanged. */
    private byte[] damaged(byte[] document, byte[] other) {
        byte[] bytes = document;
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            int from = random.nextInt(bytes.length + 1);
            int near = Math.min(bytes.length, from + random.nextInt(3));
            int to = random.nextInt(from, bytes.length + 1);
            bytes =
                    switch (random.nextInt(8)) {
                        case 0 -> Arrays.copyOf(bytes, from);
                        case 1 -> spliced(bytes, from, new byte[0], near);
                        case 2 -> spliced(bytes, from, new byte[0], to);
                        case 3 -> spliced(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
                        case 4 -> spliced(bytes, from, tail(other), bytes.length);
                        case 5 -> spliced(bytes, from, json.pick(FRAGMENTS).getBytes(UTF_8), near);
                        case 6 -> spliced(bytes, from, new byte[] {tellingByte()}, near);
                        default -> spliced(bytes, from, new byte[] {(byte) random.nextInt()}, near);
                    };
        }
        return bytes;
    }

    private byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length);
    }

    private byte tellingByte() {
        return TELLING_BYTES[random.nextInt(TELLING_BYTES.length)];
    }

    private static byte[] spliced(byte[] bytes, int from, byte[] between, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + between.length);
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
