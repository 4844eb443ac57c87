package io.convene.sandbox.wire;

/** What can be wrong with a page that is otherwise answered. */
public enum Twist {
    /** Nothing. */
    NONE,
    /** Its cursor leads to the same page again. */
    REPEATED_CURSOR,
    /** It has no items, and its cursor leads to them. */
    EMPTY_PAGE,
    /** Its middle item has objects in place of values. */
    UNMAPPABLE,
    /** Its items have members and a status that nobody knows. */
    UNKNOWN
}
