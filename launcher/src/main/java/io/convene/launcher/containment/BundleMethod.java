package io.convene.launcher.containment;

import java.time.Duration;

/** The methods through which the host calls a bundle. */
public enum BundleMethod {
    PROBLEMS("problems"),
    TOKEN_REQUEST("tokenRequest"),
    TOKEN("token"),
    SUPPORT("support"),
    REQUEST("request"),
    PAGE("page"),
    LOOKUP("lookup"),
    JOIN("join"),
    MAP("map");

    private static final long TOKEN_MARGIN = Duration.ofMillis(500).toNanos();
    private static final int MOST_TOKEN_LOOKS = 10;

    private final String text;

    BundleMethod(String text) {
        this.text = text;
    }

    /** The method's name, as the SPI spells it. */
    public String text() {
        return text;
    }

    /**
     * How long before the deadline a call must have returned. Others wait for tokens up to the
     * deadline, and the bundle must be named before they give up.
     */
    long marginNanos() {
        return isOfToken() ? TOKEN_MARGIN : 0;
    }

    /**
     * After so many looks at a call it has had time enough, whatever the deadline is. A token is
     * asked for once more when it does not come within a second, and that must not help a bundle
     * that does not return. Looks are counted, not time, as the process may have been suspended.
     */
    int mostLooks() {
        return isOfToken() ? MOST_TOKEN_LOOKS : Integer.MAX_VALUE;
    }

    private boolean isOfToken() {
        return this == TOKEN_REQUEST || this == TOKEN;
    }
}
