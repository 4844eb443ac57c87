package io.convene.launcher.api;

/** The forms in which a list goes out. */
record AnswerWriters(
        CompleteAnswer complete, StreamedAnswer streamed, RawAnswer raw, PipedAnswer piped) {}
