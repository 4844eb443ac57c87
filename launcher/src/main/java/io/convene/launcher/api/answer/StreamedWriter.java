package io.convene.launcher.api.answer;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.InterviewSink;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * Writes interviews to the caller whenever enough have come together; the answer begins with the
 * first of these writes.
 */
final class StreamedWriter implements InterviewSink {
    private static final int ENOUGH = 64 * 1024;

    private final JsonBuffer out;
    private final InterviewForm form;
    private final boolean lines;
    private final Supplier<OutputStream> begin;
    private @Nullable OutputStream stream;
    private int count;

    /**
     * A writer over that buffer.
     *
     * @param lines whether each interview is a line of its own
     * @param begin sends the answer's head and gives the stream for its body
     */
    StreamedWriter(
            JsonBuffer out, InterviewForm form, boolean lines, Supplier<OutputStream> begin) {
        this.out = out;
        this.form = form;
        this.lines = lines;
        this.begin = begin;
    }

    @Override
    public void accept(Item item, InterviewDraft draft) {
        if (!lines && count > 0) {
            out.ascii(',');
        }
        count++;
        int start = out.size();
        form.write(out, item, draft);
        if (lines) {
            // Between the tokens of a vendor's record a line's end means no more than a blank.
            out.replaceLineEnds(start).ascii('\n');
        }
        if (out.size() >= ENOUGH) {
            flush();
        }
    }

    /** Whether the answer's head was sent. */
    boolean hasBegun() {
        return stream != null;
    }

    /** How many interviews were written. */
    int count() {
        return count;
    }

    /** Sends the remaining bytes and ends the answer. */
    void end() {
        flush();
        try {
            stream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() {
        try {
            out.writeTo(stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.clear();
    }

    private OutputStream stream() {
        OutputStream open = stream;
        if (open == null) {
            open = begin.get();
            stream = open;
        }
        return open;
    }
}
