package io.convene.core.spi;

import io.convene.core.spi.VendorException.Kind;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one account, with the provider's defaults where the account says nothing. The
 * host hands them to a bundle with every query and connection. They are never secret. Immutable.
 *
 * <p>There is one accessor for each type of setting. The host has checked the values when it
 * started, except those of accounts that no bundle served at that time. A value of such an account
 * that is wrong or missing ends the request: the accessor throws a {@link VendorException} of kind
 * {@code REJECTED} that names the setting, and a bundle lets it pass.
 *
 * @since 1.0.0
 */
public final class Settings {
    private final ProviderDescriptor descriptor;
    private final Map<String, String> values;

    private Settings(ProviderDescriptor descriptor, Map<String, String> values) {
        this.descriptor = descriptor;
        this.values = values;
    }

    /**
     * Brings together the account's values and the defaults.
     *
     * @param descriptor declares the settings
     * @param values the account's values by name; one that is blank counts as missing
     * @return the given values, and the defaults of those that are missing
     */
    public static Settings of(ProviderDescriptor descriptor, Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        descriptor.settings().forEach(setting -> all.put(setting.name(), setting.defaultValue()));
        values.forEach((name, value) ->
                all.merge(name, value, (byDefault, given) -> given.isBlank() ? byDefault : given));
        all.values().removeIf(String::isBlank);
        return new Settings(descriptor, Map.copyOf(all));
    }

    /**
     * Returns a value as it is written, whatever its type.
     *
     * @param name the setting's name
     * @return the account's value or the default; empty when there is neither
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns the value of a setting that has a default or is required, as it is written.
     *
     * @param name the setting's name
     * @return the value, not blank
     * @throws VendorException of kind {@code REJECTED} when the account lacks a required setting
     * @throws IllegalArgumentException when there is no value and the setting is not required
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            if (descriptor.setting(name).filter(Setting::isRequired).isPresent()) {
                throw new VendorException(
                        Kind.REJECTED, "The account's setting %s is missing.".formatted(name));
            }
            throw new IllegalArgumentException("setting %s has no value".formatted(name));
        }
        return value;
    }

    /**
     * Returns the URL in a setting of type {@code URL}.
     *
     * @param name the setting's name
     * @return the URL, without a slash at its end; whether it may be called is for the host to say
     * @throws VendorException of kind {@code REJECTED} when the account lacks a required setting
     * @throws IllegalArgumentException when no URL of that name is declared, or it has no value
     */
    public String url(String name) {
        declared(name, Setting.Type.URL);
        String url = text(name).strip();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Returns the time zone in a setting of type {@code ZONE}.
     *
     * @param name the setting's name
     * @return the zone
     * @throws VendorException of kind {@code REJECTED} when the account's value is not a zone, or
     *     it lacks a required setting
     * @throws IllegalArgumentException when no zone of that name is declared, or it has no value
     */
    public ZoneId zone(String name) {
        return read(name, Setting.Type.ZONE, SettingValues::zone);
    }

    /**
     * Returns the time zone in a setting of type {@code ZONE} that may be missing.
     *
     * @param name the setting's name
     * @return the zone; empty when neither the account nor the provider states one
     * @throws VendorException of kind {@code REJECTED} when the account's value is not a zone
     * @throws IllegalArgumentException when no zone of that name is declared
     */
    public Optional<ZoneId> findZone(String name) {
        declared(name, Setting.Type.ZONE);
        return find(name).map(found -> zone(name));
    }

    /**
     * Returns the duration in a setting of type {@code DURATION}.
     *
     * @param name the setting's name
     * @return the duration, zero or longer
     * @throws VendorException of kind {@code REJECTED} when the account's value is not a duration,
     *     or it lacks a required setting
     * @throws IllegalArgumentException when no duration of that name is declared, or it has no
     *     value
     */
    public Duration duration(String name) {
        return read(name, Setting.Type.DURATION, SettingValues::duration);
    }

    /**
     * Returns the text that a setting of type {@code CHOICE} chooses.
     *
     * @param name the setting's name
     * @return one of the setting's choices
     * @throws VendorException of kind {@code REJECTED} when the account's value is not offered, or
     *     it lacks a required setting
     * @throws IllegalArgumentException when no choice of that name is declared, or it has no value
     */
    public String choice(String name) {
        return read(name, Setting.Type.CHOICE, Optional::of);
    }

    /**
     * Returns the quota that holds for the account. The host reads it; a bundle needs not.
     *
     * @return the account's quota, or else the provider's; empty when it is off or nobody states
     *     one
     * @throws VendorException of kind {@code REJECTED} when the account's value is not a quota
     */
    public Optional<Quota> quota() {
        return find(Setting.QUOTA)
                .filter(text -> !Quota.isOff(text))
                .map(text -> read(Setting.QUOTA, Setting.Type.QUOTA, Quota::read));
    }

    private <T> T read(String name, Setting.Type type, Function<String, Optional<T>> reader) {
        Setting setting = declared(name, type);
        String value = text(name).strip();
        if (type == Setting.Type.CHOICE && !setting.choices().contains(value)) {
            throw wrong(setting, value);
        }
        return reader.apply(value).orElseThrow(() -> wrong(setting, value));
    }

    private Setting declared(String name, Setting.Type type) {
        return descriptor
                .setting(name)
                .filter(setting -> setting.type() == type)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The descriptor declares no setting %s of type %s."
                                        .formatted(name, type)));
    }

    private static VendorException wrong(Setting setting, String value) {
        return new VendorException(
                Kind.REJECTED,
                "The account's setting %s is wrong: %s."
                        .formatted(setting.name(), setting.problem(value).orElse("")));
    }
}
