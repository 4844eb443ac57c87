package io.convene.launcher.api.answer;

/** The forms in which a list goes out. */
public record AnswerWriters(
        CompleteAnswer complete, StreamedAnswer streamed, RawAnswer raw, PipedAnswer piped) {}
