package io.convene.launcher.api.answer;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.launcher.http.JsonBuffer;

/** How one interview is written. */
@FunctionalInterface
public interface InterviewForm {
    /** Writes the interview as one JSON object. */
    void write(JsonBuffer out, Item item, InterviewDraft draft);
}
