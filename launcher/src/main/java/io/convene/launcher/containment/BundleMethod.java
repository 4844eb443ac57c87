package io.convene.launcher.containment;

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

    private final String text;

    BundleMethod(String text) {
        this.text = text;
    }

    /** The method's name, as the SPI spells it. */
    public String text() {
        return text;
    }
}
