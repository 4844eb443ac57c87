package io.convene.sandbox.wire;

/** Faults of a page that is otherwise correct. */
public enum PageFault {
    /** Nothing. */
    NONE,
    /** Its cursor leads to the same page again. */
    REPEATED_CURSOR,
    /** It has no items, and its cursor leads to them. */
    EMPTY_PAGE,
    /** It has at most {@link #CAP} items, whatever was asked for. */
    CAPPED_PAGES,
    /** Its middle item has objects in place of values. */
    UNMAPPABLE,
    /** Its items have members and a status that nobody knows. */
    UNKNOWN;

    /** The most items of a capped page. */
    public static final int CAP = 7;

    /** How many items a page has for which so many are asked. */
    public int size(int asked) {
        return this == CAPPED_PAGES ? Math.min(asked, CAP) : asked;
    }
}
