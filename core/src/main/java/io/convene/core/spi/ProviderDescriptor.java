package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A provider's name, the hosts it sends requests to, and the settings and credentials that an
 * account for it must configure.
 */
public final class ProviderDescriptor {
    private final String name;
    private final List<String> hosts;
    private final List<Setting> settings;
    private final Map<String, Setting> byName;
    private final Optional<Quota> quota;
    private final List<Authentication> authentications;
    private final Optional<String> documentation;

    private ProviderDescriptor(Builder builder) {
        this.name = builder.name;
        this.hosts = List.copyOf(builder.hosts);
        this.quota = Optional.ofNullable(builder.quota);
        List<Setting> all = new ArrayList<>(builder.settings);
        all.add(Setting.quota(quota.map(Quota::toString).orElse("")));
        this.settings = List.copyOf(all);
        Map<String, Setting> names = new HashMap<>();
        settings.forEach(setting -> names.put(setting.name(), setting));
        this.byName = Map.copyOf(names);
        this.authentications = List.copyOf(builder.authentications);
        this.documentation = Optional.ofNullable(builder.documentation);
    }

    /**
     * Begins a descriptor.
     *
     * @param name the display name of the system, such as {@code Greenhouse}
     * @return a builder without hosts, settings and authentications
     * @throws IllegalArgumentException when the name is blank
     */
    public static Builder builder(String name) {
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

    /**
     * The settings an account may have, in the order of their declaration; the last is the quota.
     */
    public List<Setting> settings() {
        return settings;
    }

    /**
     * Finds a setting that an account may have.
     *
     * @param settingName the key below an account's {@code settings}
     * @return the setting, if there is one of that name
     */
    public Optional<Setting> setting(String settingName) {
        return Optional.ofNullable(byName.get(settingName));
    }

    /**
     * How fast the vendor may be called for one account, unless the account has a setting {@code
     * quota}; empty when the vendor states no limit.
     */
    public Optional<Quota> quota() {
        return quota;
    }

    /** The ways to authenticate; the first whose required credentials an account has is used. */
    public List<Authentication> authentications() {
        return authentications;
    }

    /**
     * The address of the vendor's page that explains how to create the credentials. The host shows
     * it to operators and never requests it.
     *
     * @return an https URL; empty when the bundle names no page, and for every bundle compiled
     *     against 1.0
     * @since 1.1.0
     */
    public Optional<String> documentation() {
        return documentation;
    }

    /** Collects a descriptor. */
    public static final class Builder {
        private final String name;
        private final List<String> hosts = new ArrayList<>();
        private final List<Setting> settings = new ArrayList<>();
        private final List<String> settingNames = new ArrayList<>();
        private final List<Authentication> authentications = new ArrayList<>();
        private final List<String> authenticationNames = new ArrayList<>();
        private @Nullable Quota quota;
        private @Nullable String documentation;

        private Builder(String name) {
            this.name = Checks.named(name, "The name of a provider");
        }

        /**
         * Adds a host that may receive requests with credentials. URLs in an account's settings may
         * name further ones.
         *
         * @param host a name such as {@code api.example.com}, or {@code *.example.com} for all
         *     below it
         * @return this builder
         * @throws IllegalArgumentException when it is blank, was added before, or has a scheme,
         *     port or path
         */
        public Builder host(String host) {
            if (Checks.named(host, "The host").chars().anyMatch(c -> "/:?#@ ".indexOf(c) >= 0)) {
                throw new IllegalArgumentException(
                        "The host '%s' must be a name such as api.example.com, without scheme, port and path."
                                .formatted(host));
            }
            Checks.addTo(hosts, host, "The host");
            return this;
        }

        /**
         * Adds a setting that an account may have.
         *
         * @param setting any but {@code quota}, which every provider has
         * @return this builder
         * @throws IllegalArgumentException when the setting's name is {@code quota}, or was added
         *     before
         */
        public Builder setting(Setting setting) {
            if (setting.name().equals(Setting.QUOTA)) {
                throw new IllegalArgumentException(
                        "Every provider has the setting quota; state its default with quota().");
            }
            Checks.addTo(settingNames, setting.name(), "The setting");
            settings.add(setting);
            return this;
        }

        /**
         * States how fast the vendor may be called for one account. The host keeps to it. Without
         * this, calls are not slowed down.
         *
         * @param calls the most calls within any span of that duration, from 1 to 10,000
         * @param per from 10 ms to a day
         * @return this builder
         * @throws IllegalArgumentException when one of them is out of its range
         */
        public Builder quota(int calls, Duration per) {
            quota = Quota.of(calls, per);
            return this;
        }

        /**
         * Adds a way to authenticate. The host uses the first one whose credentials an account has.
         *
         * @param authentication the way
         * @return this builder
         * @throws IllegalArgumentException when one of its name was added before
         */
        public Builder authentication(Authentication authentication) {
            Objects.requireNonNull(authentication, "authentication");
            Checks.addTo(authenticationNames, authentication.name(), "The authentication");
            authentications.add(authentication);
            return this;
        }

        /**
         * Names the vendor's page that explains how to create the credentials. Operators see it
         * where the bundle is listed. Without this, none is shown.
         *
         * @param url an absolute https URL without credentials, such as {@code
         *     https://developers.example.com/authentication}
         * @return this builder
         * @throws IllegalArgumentException when it is not such a URL
         * @since 1.1.0
         */
        public Builder documentation(String url) {
            documentation = checkedPage(url);
            return this;
        }

        private static String checkedPage(String url) {
            try {
                URI page = new URI(Checks.named(url, "The URL of the documentation"));
                if ("https".equalsIgnoreCase(page.getScheme())
                        && page.getHost() != null
                        && page.getUserInfo() == null) {
                    return url;
                }
            } catch (URISyntaxException e) {
                // The message below says what is expected.
            }
            throw new IllegalArgumentException(
                    "The URL of the documentation '%s' must be a page such as https://developers.example.com/authentication."
                            .formatted(url));
        }

        /** The descriptor. */
        public ProviderDescriptor build() {
            return new ProviderDescriptor(this);
        }
    }
}
