package io.convene.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.BenchException;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class AnswerReaderTests {
    private static final String REFUSAL =
            "{\n  \"statusCode\": 503,\n  \"error\": \"Service Unavailable\",\n  \"message\": \"Come again.\"\n}";

    @Test
    void readsAnswersOneAfterTheOtherInWhateverPiecesTheyCome() {
        String answers =
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
                        + "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"
                        + "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"
                        + "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(REFUSAL.length(), REFUSAL);

        for (int piece : List.of(1, 7, 1_000)) {
            List<Answer> found = read(answers, piece);

            assertThat(found).extracting(Answer::status).containsExactly(200, 200, 204, 503);
            assertThat(found.getLast().body()).isEqualTo(REFUSAL);
            assertThat(found.getLast().isDocumented()).isTrue();
        }
    }

    @Test
    void findsRefusalsThatDoNotSayWhenToComeAgain() {
        String answer =
                "HTTP/1.1 503 Service Unavailable\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(REFUSAL.length(), REFUSAL);

        assertThat(read(answer, 100).getFirst().isDocumented()).isFalse();
    }

    @Test
    void findsRefusalsWithAnotherBody() {
        String answer =
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 4\r\n\r\nbusy";

        assertThat(read(answer, 100).getFirst().isDocumented()).isFalse();
    }

    @Test
    void namesAnAnswerThatIsNotHttp() {
        assertThatThrownBy(() -> read("SSH-2.0-OpenSSH\r\n", 100))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("SSH-2.0");
    }

    private static List<Answer> read(String text, int piece) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        AnswerReader reader = new AnswerReader();
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            ByteBuffer in = ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from));
            while (reader.isWhole(in)) {
                answers.add(reader.next());
            }
        }
        return answers;
    }
}
