package io.convene.launcher.accounts;

/** Whether an account's vendor accepts its credentials. */
public enum AccountStatus {
    /** Nothing speaks against calling the vendor with its credentials. */
    ACTIVE("active"),
    /** The vendor refused its credentials, and nothing has succeeded since. */
    NEEDS_REAUTH("needs_reauth");

    private final String text;

    AccountStatus(String text) {
        this.text = text;
    }

    /** The word outside. */
    public String text() {
        return text;
    }
}
