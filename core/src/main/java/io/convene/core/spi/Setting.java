package io.convene.core.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting that an account of the provider may have: its name, its type and its description for
 * operators. A bundle declares it with {@link ProviderDescriptor.Builder#setting} and reads its
 * value from {@link Settings}. When it starts, the host checks every account's value with {@link
 * #problem} and refuses to start while one is wrong.
 *
 * <pre>{@code
 * Setting.url("base_url").defaultValue("https://api.example.com").help("Address of the API.")
 * Setting.choice("api_version", "v2", "v1").defaultValue("v2").help("Version of the API.")
 * Setting.zone("time_zone").required().help("Zone of times without an offset.")
 * }</pre>
 *
 * <p>Immutable: each method that takes a value returns another setting.
 *
 * @since 1.0.0
 */
public final class Setting {
    /** The name of the setting of type {@link Type#QUOTA}, which every provider has. */
    public static final String QUOTA = "quota";

    /** The forms that a value can have. White space around a value is ignored, except in texts. */
    public enum Type {
        /** Any text, as it is written. */
        TEXT,
        /** An absolute URL with a host, which the host must be allowed to call. */
        URL,
        /** A time zone: an IANA name in any case, or an offset. */
        ZONE,
        /** A duration of ISO 8601, zero or longer. */
        DURATION,
        /** One of the texts that the setting offers. */
        CHOICE,
        /** A {@link Quota}, or {@code off}. */
        QUOTA
    }

    private final String name;
    private final Type type;
    private final List<String> choices;
    private final String label;
    private final String help;
    private final String defaultValue;
    private final boolean required;

    private Setting(String name, Type type, List<String> choices) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = type;
        this.choices = choices;
        this.label = labelOf(name);
        this.help = "";
        this.defaultValue = "";
        this.required = false;
    }

    private Setting(
            Setting other, String label, String help, String defaultValue, boolean required) {
        this.name = other.name;
        this.type = other.type;
        this.choices = other.choices;
        this.label = Objects.requireNonNull(label, "label");
        this.help = Objects.requireNonNull(help, "help");
        this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
        this.required = required;
        if (required && !defaultValue.isBlank()) {
            throw new IllegalArgumentException(
                    "The setting %s is required and has a default; state one of the two."
                            .formatted(name));
        }
    }

    /**
     * Declares a setting that takes any text.
     *
     * @param name the key below an account's {@code settings}
     * @return a setting without a default, which is not required
     */
    public static Setting text(String name) {
        return new Setting(name, Type.TEXT, List.of());
    }

    /**
     * Declares a setting that takes a URL. Only URLs in such settings may lead to hosts that the
     * descriptor does not declare.
     *
     * @param name the key below an account's {@code settings}, such as {@code base_url}
     * @return a setting without a default, which is not required
     */
    public static Setting url(String name) {
        return new Setting(name, Type.URL, List.of());
    }

    /**
     * Declares a setting that takes a time zone.
     *
     * @param name the key below an account's {@code settings}, such as {@code time_zone}
     * @return a setting without a default, which is not required
     */
    public static Setting zone(String name) {
        return new Setting(name, Type.ZONE, List.of());
    }

    /**
     * Declares a setting that takes a duration.
     *
     * @param name the key below an account's {@code settings}
     * @return a setting without a default, which is not required
     */
    public static Setting duration(String name) {
        return new Setting(name, Type.DURATION, List.of());
    }

    /**
     * Declares a setting that takes one of a few texts.
     *
     * @param name the key below an account's {@code settings}
     * @param choices the texts that are offered, at least one
     * @return a setting without a default, which is not required
     * @throws IllegalArgumentException when nothing is offered
     */
    public static Setting choice(String name, String... choices) {
        if (choices.length == 0) {
            throw new IllegalArgumentException("The setting %s offers no choice.".formatted(name));
        }
        return new Setting(name, Type.CHOICE, List.of(choices));
    }

    /** The setting that every provider has. */
    static Setting quota(String defaultValue) {
        return new Setting(QUOTA, Type.QUOTA, List.of())
                .defaultValue(defaultValue)
                .help("The most calls in any span of that duration, or off.");
    }

    /**
     * States the value of accounts that do not set it.
     *
     * @param value the default, as an operator would write it; empty for none
     * @return this setting with that default
     * @throws IllegalArgumentException when the value is not of the setting's type, or when the
     *     setting is required
     */
    public Setting defaultValue(String value) {
        if (!value.isBlank()) {
            problem(value)
                    .ifPresent(wrong -> {
                        throw new IllegalArgumentException(
                                "The default of the setting %s is wrong: %s."
                                        .formatted(name, wrong));
                    });
        }
        return new Setting(this, label, help, value, required);
    }

    /**
     * States that the provider cannot work without a value: the host does not start while an
     * account has none.
     *
     * @return this setting, required
     * @throws IllegalArgumentException when the setting has a default
     */
    public Setting required() {
        return new Setting(this, label, help, defaultValue, true);
    }

    /**
     * States a short name for forms.
     *
     * @param text a few words, such as {@code Base URL}; by default they are made from the name
     * @return this setting with that label
     */
    public Setting label(String text) {
        return new Setting(this, text, help, defaultValue, required);
    }

    /**
     * States the meaning of the setting.
     *
     * @param sentence one sentence for operators
     * @return this setting with that help
     */
    public Setting help(String sentence) {
        return new Setting(this, label, sentence, defaultValue, required);
    }

    /** The key below an account's {@code settings}, such as {@code base_url}. */
    public String name() {
        return name;
    }

    /** The form of its values. */
    public Type type() {
        return type;
    }

    /** The texts that a setting of type {@link Type#CHOICE} offers; empty for other types. */
    public List<String> choices() {
        return choices;
    }

    /** A short name for forms. */
    public String label() {
        return label;
    }

    /** One sentence for operators; empty when the bundle states none. */
    public String help() {
        return help;
    }

    /** The value of accounts that do not set it; empty when there is no default. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Whether every account must set it. */
    public boolean isRequired() {
        return required;
    }

    /**
     * Says why a value cannot be used.
     *
     * @param value a value as an operator wrote it, not blank
     * @return the mistake and the allowed values, in one sentence without a full stop; empty when
     *     the value can be used. It quotes the value, except a URL that may hold a password.
     */
    public Optional<String> problem(String value) {
        return SettingValues.problem(this, value.strip());
    }

    private static String labelOf(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
