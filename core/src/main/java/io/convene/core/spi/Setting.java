package io.convene.core.spi;

import java.util.Objects;

/** A setting that an account may have. */
public final class Setting {
    private final String name;
    private final String defaultValue;
    private final String description;

    Setting(String name, String defaultValue, String description) {
        this.name = Objects.requireNonNull(name, "name");
        this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
        this.description = Objects.requireNonNull(description, "description");
    }

    /** The key below an account's {@code settings}, such as {@code base_url}. */
    public String name() {
        return name;
    }

    /** What holds when the account does not set it; empty when there is no default. */
    public String defaultValue() {
        return defaultValue;
    }

    /** One sentence for operators. */
    public String description() {
        return description;
    }
}
