package io.convene.launcher.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class HeadedWriterTests {
    private static final BufferData NOTHING = BufferData.empty();

    private final List<String> writes = new ArrayList<>();
    private final HeadedWriter writer =
            new HeadedWriter(
                    new WholeWriter(new FailingWriter()) {
                        @Override
                        public void writeNow(BufferData buffer) {
                            byte[] bytes = new byte[buffer.available()];
                            buffer.read(bytes);
                            writes.add(new String(bytes, US_ASCII));
                        }
                    });

    @Test
    void writesHeadAndBodyAtOnce() {
        write("....body..", 4, 4, "head");
        assertThat(writes).containsExactly("headbody");
    }

    @Test
    void writesAHeadWithoutRoomByItself() {
        write("...body", 3, 4, "head");
        assertThat(writes).containsExactly("head", "body");
    }

    @Test
    void writesALongBodyInPieces() {
        byte[] body = new byte[10 + 2 * TimedWriter.PIECE];
        Arrays.fill(body, (byte) 'x');
        writer.write(body, 10, 2 * TimedWriter.PIECE, () -> writer.write(ascii("head")));
        assertThat(writes)
                .extracting(String::length)
                .containsExactly(TimedWriter.PIECE, TimedWriter.PIECE, 4);
        assertThat(String.join("", writes)).startsWith("headx").endsWith("x");
    }

    @Test
    void forgetsABodyWhoseHeadWasNotSent() {
        writer.write(new byte[8], 4, 4, () -> {});
        writer.write(ascii("other"));
        assertThat(writes).containsExactly("other");
    }

    @Test
    void passesOnEverythingElse() {
        writer.write(ascii("one"), NOTHING, ascii("two"));
        assertThat(writes).containsExactly("onetwo");
    }

    private void write(String array, int position, int length, String head) {
        writer.write(array.getBytes(US_ASCII), position, length, () -> writer.write(ascii(head)));
    }

    private static BufferData ascii(String text) {
        return BufferData.create(text.getBytes(US_ASCII));
    }

    private static final class FailingWriter implements DataWriter {
        @Override
        public void write(BufferData... buffers) {
            throw new AssertionError("written twice");
        }

        @Override
        public void write(BufferData buffer) {
            throw new AssertionError("written twice");
        }

        @Override
        public void writeNow(BufferData... buffers) {
            throw new AssertionError("written twice");
        }

        @Override
        public void writeNow(BufferData buffer) {
            throw new AssertionError("written twice");
        }
    }
}
