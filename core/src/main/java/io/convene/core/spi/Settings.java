package io.convene.core.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one account, with the provider's defaults where the account says nothing.
 * Immutable, never secret.
 */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /** The given values over the defaults that the descriptor declares. */
    public static Settings of(ProviderDescriptor descriptor, Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        descriptor.settings().forEach(setting -> all.put(setting.name(), setting.defaultValue()));
        values.forEach((name, value) ->
                all.merge(name, value, (byDefault, given) -> given.isBlank() ? byDefault : given));
        all.values().removeIf(String::isBlank);
        return new Settings(Map.copyOf(all));
    }

    /** The value of that setting, if it has one. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The value of a setting that has a default.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String text(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("setting " + name + " has no value"));
    }

    /** The URL in that setting, without a slash at its end. */
    public String url(String name) {
        String url = text(name);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
