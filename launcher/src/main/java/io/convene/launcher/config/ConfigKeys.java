package io.convene.launcher.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Every key that a configuration file may have; those of bundles are in {@link ProviderKeys}, those
 * of callers and accounts in {@link AccessKeys}. Reading, suggestions for misspelt keys, the
 * delivered {@code conf/convene.yaml} and the table in the documentation all follow from these
 * entries.
 */
final class ConfigKeys {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    static final ConfigKey<String> SERVER_HOST =
            ConfigKey.of("server.host", ValueType.TEXT, "0.0.0.0", "address to listen on");
    static final ConfigKey<Integer> SERVER_PORT =
            ConfigKey.of(
                    "server.port", ValueType.number(0, 65_535), "8080", "0 takes any free port");
    static final ConfigKey<Duration> SERVER_WRITE_TIMEOUT =
            ConfigKey.of(
                    "server.write-timeout",
                    ValueType.duration(SHORTEST),
                    "PT30S",
                    "the time for a caller to take 256 KiB of its answer; slower ones are cut off");
    static final ConfigKey<Duration> SERVER_SHUTDOWN_GRACE =
            ConfigKey.of(
                    "server.shutdown-grace",
                    ValueType.duration(Duration.ZERO),
                    "PT25S",
                    "for requests under way when it is told to stop (SIGTERM); PT0S ends them at once");
    static final ConfigKey<OptionalInt> SERVER_MAX_REQUESTS =
            ConfigKey.of(
                    "server.max-requests",
                    ValueType.numberOrAuto(1, 1_000_000),
                    "auto",
                    "requests for interviews in progress at once; auto: as many as the heap holds");
    static final ConfigKey<Duration> SERVER_QUEUE =
            ConfigKey.of(
                    "server.queue",
                    ValueType.duration(Duration.ZERO),
                    "PT2S",
                    "how long another one waits before it is refused with 503; PT0S refuses it at once");
    static final ConfigKey<OptionalInt> SERVER_ANSWER_MEMORY =
            ConfigKey.of(
                    "server.answer-memory",
                    ValueType.numberOrAuto(1, 1_000_000),
                    "auto",
                    "MiB for answers under construction; further answers of vendors wait; auto: a share of the heap");
    static final ConfigKey<OptionalInt> SERVER_MAX_CONNECTIONS =
            ConfigKey.of(
                    "server.max-connections",
                    ValueType.numberOrAuto(1, 1_000_000),
                    "auto",
                    "callers' connections; beyond it, idle ones are closed; auto: as many as the heap holds");
    static final ConfigKey<Integer> SHARE_OF_ACCOUNT = share("account", "25", "one account");
    static final ConfigKey<Integer> SHARE_OF_TOKEN = share("token", "90", "one token");
    static final ConfigKey<Integer> SHARE_OF_VENDOR = share("vendor", "90", "one vendor's host");
    static final ConfigKey<String> TLS_CERTIFICATE =
            ConfigKey.unset(
                    "server.tls.certificate",
                    ValueType.TEXT,
                    "conf/server.pem",
                    "the chain in PEM, the server's own certificate first");
    static final ConfigKey<String> TLS_KEY =
            ConfigKey.unset(
                    "server.tls.key",
                    ValueType.TEXT,
                    "conf/server.key",
                    "its private key in PEM, PKCS#8, without a password");
    static final ConfigKey<List<String>> CORS_ORIGINS =
            ConfigKey.of(
                    "server.cors.origins[]",
                    ValueType.LIST,
                    "[]",
                    "whose scripts may read answers: \"https://app.example.com\", or \"*\" for all");

    static final ConfigKey<List<String>> EGRESS_ALLOW =
            ConfigKey.of(
                    "egress.allow[]",
                    ValueType.LIST,
                    "[]",
                    "\"host[:port]\" that may be called in addition to those a provider declares");

    static final ConfigKey<Integer> API_DEFAULT_LIMIT =
            ConfigKey.of(
                    "api.default-limit",
                    ValueType.number(1, 10_000),
                    "100",
                    "interviews in an answer when the request does not say; at most max-limit");
    static final ConfigKey<Integer> API_MAX_LIMIT =
            ConfigKey.of(
                    "api.max-limit",
                    ValueType.number(1, 10_000),
                    "500",
                    "the highest limit that a request may ask for");
    static final ConfigKey<Integer> API_MAX_ITEMS =
            ConfigKey.of(
                    "api.max-items",
                    ValueType.number(1, 10_000_000),
                    "100000",
                    "the most interviews in one streamed list");
    static final ConfigKey<Integer> API_MAX_KEYED_ITEMS =
            ConfigKey.of(
                    "api.max-keyed-items",
                    ValueType.number(1, 1_000_000),
                    "10000",
                    "the most in one list under truto_key_by, which is an object and held in memory");
    static final ConfigKey<Duration> API_DEADLINE =
            ConfigKey.of(
                    "api.deadline",
                    ValueType.duration(SHORTEST),
                    "PT25S",
                    "the time for one request, all vendor calls included; below the 30 s that clients wait");
    static final ConfigKey<Integer> API_MAX_VENDOR_CALLS =
            ConfigKey.of(
                    "api.max-vendor-calls",
                    ValueType.number(1, 10_000),
                    "20",
                    "the most calls to the vendor for one answer");
    static final ConfigKey<Compatibility> API_COMPATIBILITY =
            ConfigKey.of(
                    "api.compatibility",
                    ValueType.choice(
                            Map.of(
                                    "strict", Compatibility.STRICT,
                                    "original", Compatibility.ORIGINAL)),
                    "strict",
                    "unknown parameters are refused; original: ignored and reported, as the original does");
    static final ConfigKey<List<String>> API_CURSOR_KEYS =
            ConfigKey.unset(
                    "api.cursor-keys[]",
                    ValueType.LIST,
                    "[\"${CONVENE_CURSOR_KEY}\"]",
                    "Long random texts, the same on every replica: the first encrypts, all decrypt."
                            + " Without them one is made and kept in the work folder");

    static final ConfigKey<Optional<Rate>> LIMITS_PER_TOKEN =
            ConfigKey.of(
                    "limits.per-token",
                    ValueType.RATE,
                    "500/PT10S",
                    "requests with one token; those above are answered with 429");
    static final ConfigKey<Optional<Rate>> LIMITS_PER_ACCOUNT =
            ConfigKey.of(
                    "limits.per-account",
                    ValueType.RATE,
                    "50/PT10S",
                    "requests for one account, whoever asks");

    static final ConfigKey<Boolean> METRICS_OPEN =
            ConfigKey.of(
                    "metrics.open",
                    ValueType.FLAG,
                    "false",
                    "true: GET /metrics needs no token; false: one of the scope admin");

    private static final List<ConfigKey<?>> SERVER =
            List.of(
                    SERVER_HOST,
                    SERVER_PORT,
                    SERVER_WRITE_TIMEOUT,
                    SERVER_SHUTDOWN_GRACE,
                    SERVER_MAX_REQUESTS,
                    SERVER_QUEUE,
                    SERVER_ANSWER_MEMORY,
                    SERVER_MAX_CONNECTIONS,
                    SHARE_OF_ACCOUNT,
                    SHARE_OF_TOKEN,
                    SHARE_OF_VENDOR,
                    TLS_CERTIFICATE,
                    TLS_KEY,
                    CORS_ORIGINS);

    private static final List<ConfigKey<?>> REST =
            List.of(
                    EGRESS_ALLOW,
                    API_DEFAULT_LIMIT,
                    API_MAX_LIMIT,
                    API_MAX_ITEMS,
                    API_MAX_KEYED_ITEMS,
                    API_DEADLINE,
                    API_MAX_VENDOR_CALLS,
                    API_COMPATIBILITY,
                    API_CURSOR_KEYS,
                    LIMITS_PER_TOKEN,
                    LIMITS_PER_ACCOUNT,
                    METRICS_OPEN);

    /** The help texts of whole sections. */
    static final Map<String, String> SECTIONS =
            Map.of(
                    "server.shares",
                    "the most of max-requests, in per cent, that are in progress at once",
                    "server.tls",
                    "HTTPS, with HTTP/2 for those who speak it; plain HTTP without",
                    "egress",
                    "HTTPS_PROXY and NO_PROXY of the environment apply: docs/operate/deployment.md",
                    "limits",
                    "calls/ISO 8601 duration; off switches one off");

    private ConfigKeys() {}

    private static ConfigKey<Integer> share(String of, String percent, String help) {
        return ConfigKey.of(
                "server.shares." + of, ValueType.number(1, 100), percent, "for " + help);
    }

    /** Every key, in the order of the delivered file. */
    static List<ConfigKey<?>> all() {
        return Stream.of(SERVER, ProviderKeys.ALL, REST, AccessKeys.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
