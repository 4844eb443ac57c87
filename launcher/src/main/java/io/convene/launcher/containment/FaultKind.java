package io.convene.launcher.containment;

/** The kind of a bundle's fault. */
public enum FaultKind {
    /** It threw something other than a VendorException. */
    THREW("threw", 500),
    /** It returned a value that cannot be used, such as null. */
    UNUSABLE("unusable", 502),
    /** It had not returned when the deadline passed. */
    OVERRAN("overran", 504),
    /** It was not called, because it overran the deadline too often. */
    QUARANTINED("quarantined", 503),
    /** It was not called, because it was replaced and the time to finish on it is over. */
    REPLACED("replaced", 503);

    private final String text;
    private final int status;

    FaultKind(String text, int status) {
        this.text = text;
        this.status = status;
    }

    /** The word in metrics. */
    public String text() {
        return text;
    }

    /** The HTTP status of the answer to a request that ends by it. */
    public int status() {
        return status;
    }
}
