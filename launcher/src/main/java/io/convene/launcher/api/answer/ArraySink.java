package io.convene.launcher.api.answer;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.InterviewSink;

/** Collects interviews as the elements of a JSON array. */
public final class ArraySink implements InterviewSink {
    private final JsonBuffer out;
    private final InterviewForm form;
    private boolean first = true;

    public ArraySink(JsonBuffer out, InterviewForm form) {
        this.out = out;
        this.form = form;
    }

    @Override
    public void accept(Item item, InterviewDraft draft) {
        if (first) {
            // The usual size of a unified page with remote_data: half as much again as the
            // vendor's,
            // and twice that with rows of other calls.
            out.expect(item.source().length / 2 * (item.spliced().isEmpty() ? 3 : 6));
        } else {
            out.ascii(',');
        }
        first = false;
        form.write(out, item, draft);
    }
}
