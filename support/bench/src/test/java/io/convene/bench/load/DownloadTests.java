package io.convene.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

class DownloadTests {
    @Test
    void takesChunksApart() throws IOException {
        Chunks chunks = chunks("5\r\nab\ncd\r\n1A\r\n" + "x".repeat(26) + "\r\n0\r\n\r\n");

        StringBuilder body = new StringBuilder();
        byte[] buffer = new byte[4];
        for (int read = chunks.read(buffer); read >= 0; read = chunks.read(buffer)) {
            body.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
        }

        assertThat(body).hasToString("ab\ncd" + "x".repeat(26));
        assertThat(chunks.read(buffer)).isEqualTo(-1);
    }

    @Test
    void noticesThatTheListBrokeOff() {
        assertThatThrownBy(() -> chunks("").read(new byte[4])).isInstanceOf(EOFException.class);
        Chunks within = chunks("5\r\n");
        assertThatThrownBy(() -> within.read(new byte[4])).isInstanceOf(EOFException.class);
    }

    @Test
    void countsLineEndsWhereverTheyStand() {
        byte[] bytes =
                "\n\u000b\t1234\n\n\n\n\n\n\n\n\n\u008a 12345\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        for (int length = 0; length <= bytes.length; length++) {
            int expected = 0;
            for (int i = 0; i < length; i++) {
                expected += bytes[i] == '\n' ? 1 : 0;
            }
            assertThat(LineEnds.in(bytes, length)).isEqualTo(expected);
        }
    }

    private static Chunks chunks(String bytes) {
        return new Chunks(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.US_ASCII)));
    }
}
