package io.convene.launcher.config;

import io.convene.launcher.config.trust.CheckPolicy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of the configuration file that say where bundles are, and which are trusted. */
final class ProviderKeys {
    static final ConfigKey<String> DIRECTORY =
            ConfigKey.of(
                    "providers.directory",
                    ValueType.TEXT,
                    "providers",
                    "the folder of bundles; relative to the distribution");
    static final ConfigKey<List<String>> REQUIRED =
            ConfigKey.of(
                    "providers.required[]",
                    ValueType.LIST,
                    "[]",
                    "ids without which the start fails, such as [greenhouse]");
    static final ConfigKey<String> WORK =
            ConfigKey.of(
                    "providers.work",
                    ValueType.TEXT,
                    "work",
                    "the folder of private copies of bundles and generated keys");
    static final ConfigKey<Map<String, String>> OWNERS =
            ConfigKey.of(
                    "providers.owners.*",
                    ValueType.MAP,
                    "{}",
                    "id: module name, when two bundles claim one id");
    static final ConfigKey<Duration> DRAIN =
            ConfigKey.of(
                    "providers.drain",
                    ValueType.duration(Duration.ZERO),
                    "PT60S",
                    "for requests on a bundle that is replaced or removed; then they end with 503");
    static final ConfigKey<Integer> CANARY_SHARE =
            ConfigKey.of(
                    "providers.canary.share",
                    ValueType.number(0, 100),
                    "0",
                    "per cent of an integration's accounts that get a new version first; 0: all at once");
    static final ConfigKey<Integer> CANARY_MARGIN =
            ConfigKey.of(
                    "providers.canary.margin",
                    ValueType.number(0, 100),
                    "5",
                    "a new version is rolled back when bundle failures end so many per cent more of its requests");
    static final ConfigKey<Integer> CANARY_REQUESTS =
            ConfigKey.of(
                    "providers.canary.requests",
                    ValueType.number(1, 1_000_000),
                    "50",
                    "a new version is not judged before so many requests");
    static final ConfigKey<CheckPolicy> SIGNATURES =
            ConfigKey.of(
                    "providers.signatures",
                    policy(),
                    "off",
                    "whether bundles must be signed by a signer in trust-store; warn serves others too");
    static final ConfigKey<String> TRUST_STORE =
            ConfigKey.unset(
                    "providers.trust-store",
                    ValueType.TEXT,
                    "conf/signers.pem",
                    "whose signatures count: certificates in PEM, PKCS12 or JKS");
    static final ConfigKey<String> TRUST_STORE_PASSWORD =
            ConfigKey.unset(
                    "providers.trust-store-password",
                    ValueType.TEXT,
                    "\"${CONVENE_TRUST_STORE_PASSWORD}\"",
                    "of a PKCS12 or JKS file");
    static final ConfigKey<CheckPolicy> CODE_CHECK =
            ConfigKey.of(
                    "providers.code-check",
                    policy(),
                    "warn",
                    "whether the code of bundles is searched for files, connections, threads and the like");

    /** In the order of the delivered file. */
    static final List<ConfigKey<?>> ALL =
            List.of(
                    DIRECTORY,
                    REQUIRED,
                    WORK,
                    OWNERS,
                    DRAIN,
                    CANARY_SHARE,
                    CANARY_MARGIN,
                    CANARY_REQUESTS,
                    SIGNATURES,
                    TRUST_STORE,
                    TRUST_STORE_PASSWORD,
                    CODE_CHECK);

    private ProviderKeys() {}

    private static ValueType<CheckPolicy> policy() {
        return ValueType.choice(
                Map.of(
                        "off", CheckPolicy.OFF,
                        "warn", CheckPolicy.WARN,
                        "require", CheckPolicy.REQUIRE));
    }
}
