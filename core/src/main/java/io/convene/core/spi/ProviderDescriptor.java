package io.convene.core.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a provider is called, which hosts it sends requests to, and what an account for it must
 * configure.
 */
public final class ProviderDescriptor {
    private final String name;
    private final List<String> hosts;
    private final List<Setting> settings;
    private final List<Authentication> authentications;

    private ProviderDescriptor(Builder builder) {
        this.name = builder.name;
        this.hosts = List.copyOf(builder.hosts);
        this.settings = List.copyOf(builder.settings);
        this.authentications = List.copyOf(builder.authentications);
    }

    /** Begins a descriptor for the system of that display name, such as {@code Greenhouse}. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The display name. */
    public String name() {
        return name;
    }

    /**
     * The hosts that may receive requests: {@code api.example.com}, or {@code *.example.com} for
     * all below it.
     */
    public List<String> hosts() {
        return hosts;
    }

    /** The settings an account may have. */
    public List<Setting> settings() {
        return settings;
    }

    /** The ways to authenticate; the first whose required credentials an account has is used. */
    public List<Authentication> authentications() {
        return authentications;
    }

    /** Collects a descriptor. */
    public static final class Builder {
        private final String name;
        private final List<String> hosts = new ArrayList<>();
        private final List<Setting> settings = new ArrayList<>();
        private final List<Authentication> authentications = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a host that may receive requests with credentials. */
        public Builder host(String host) {
            hosts.add(Objects.requireNonNull(host, "host"));
            return this;
        }

        /** Adds a setting with its default; an empty default means none. */
        public Builder setting(String settingName, String defaultValue, String description) {
            settings.add(new Setting(settingName, defaultValue, description));
            return this;
        }

        /** Adds a way to authenticate. */
        public Builder authentication(Authentication authentication) {
            authentications.add(Objects.requireNonNull(authentication, "authentication"));
            return this;
        }

        /** The descriptor. */
        public ProviderDescriptor build() {
            return new ProviderDescriptor(this);
        }
    }
}
