package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * A whole list in one answer, read as fast as it arrives and not stored.
 *
 * @param lines the number of its lines
 * @param bytes the number of its bytes, without the framing of chunks
 * @param seconds from the request to the last byte
 * @param end its last bytes
 */
public record Download(long lines, long bytes, double seconds, String end) {
    private static final int PATIENCE_MILLISECONDS = 60_000;
    private static final int BUFFER = 256 * 1024;
    private static final int KEPT = 200;

    /**
     * Asks for lines (NDJSON).
     *
     * @param step after how many lines to look up
     * @param look told how many lines have come, at every step
     */
    public static Download lines(URI url, String token, long step, LongConsumer look) {
        String head = "Authorization: Bearer " + token + "\r\nAccept: application/x-ndjson\r\n";
        long start = System.nanoTime();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            socket.getOutputStream().write(KeptConnection.request("GET", url, head, ""));
            String answer = KeptConnection.head(in);
            if (!answer.startsWith("HTTP/1.1 200 ")
                    || !answer.toLowerCase(Locale.ROOT)
                            .contains("\r\ntransfer-encoding: chunked\r\n")) {
                throw new BenchException(
                        "an answer with status 200 in chunks was expected, not " + answer);
            }
            return read(new Chunks(in), start, step, look);
        } catch (IOException e) {
            throw new BenchException("the list at " + url + " broke off: " + e);
        }
    }

    private static Download read(Chunks chunks, long start, long step, LongConsumer look)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long lines = 0;
        String end = "";
        long bytes = 0;
        long next = step;
        for (int read = chunks.read(buffer); read >= 0; read = chunks.read(buffer)) {
            lines += LineEnds.in(buffer, read);
            bytes += read;
            while (lines >= next) {
                look.accept(next);
                next += step;
            }
            int kept = Math.min(read, KEPT);
            end += new String(buffer, read - kept, kept, StandardCharsets.ISO_8859_1);
            end = end.substring(Math.max(0, end.length() - KEPT));
        }
        return new Download(lines, bytes, (System.nanoTime() - start) / 1e9, end);
    }
}
