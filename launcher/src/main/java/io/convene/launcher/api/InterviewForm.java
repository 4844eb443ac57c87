package io.convene.launcher.api;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;

/** How one interview is written. */
@FunctionalInterface
interface InterviewForm {
    /** Writes the interview as one JSON object. */
    void write(JsonBuffer out, Item item, InterviewDraft draft);
}
