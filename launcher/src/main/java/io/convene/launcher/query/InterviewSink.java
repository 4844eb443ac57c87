package io.convene.launcher.query;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;

/** Takes the interviews of an answer one by one. Both arguments are valid during the call only. */
@FunctionalInterface
public interface InterviewSink {
    /** Takes the next interview and the vendor's item it was mapped from. */
    void accept(Item item, InterviewDraft draft);
}
