package io.convene.launcher.admission;

/** Which of two waiting requests gets the next place: the first of these goes first. */
public enum Rank {
    /** A bounded answer, for which somebody is waiting. */
    LIST,
    /** A whole list, which takes long anyway. */
    STREAM
}
