package io.convene.launcher.config;

import java.util.List;
import java.util.Map;

/** The keys of the configuration file that say who may call, and for which accounts. */
final class AccessKeys {
    static final ConfigKey<String> TOKENS =
            ConfigKey.of(
                    "tokens",
                    ValueType.ENTRIES,
                    "[]",
                    "Who may call. Only hashes are kept: bin/convene token new prints a token and its hash");
    static final ConfigKey<String> TOKEN_NAME =
            ConfigKey.unset("tokens[].name", ValueType.TEXT, "backend", "the name in logs");
    static final ConfigKey<String> TOKEN_HASH =
            ConfigKey.unset(
                    "tokens[].sha256", ValueType.TEXT, "\"<hex>\"", "the SHA-256 of the token");
    static final ConfigKey<List<String>> TOKEN_SCOPES =
            ConfigKey.unset(
                    "tokens[].scopes[]",
                    ValueType.LIST,
                    "[read, raw]",
                    "read; raw adds remote_data, raw and stream; admin includes both");
    static final ConfigKey<List<String>> TOKEN_ACCOUNTS =
            ConfigKey.unset(
                    "tokens[].accounts[]", ValueType.LIST, "[\"*\"]", "ids of accounts, or \"*\"");

    static final ConfigKey<String> ACCOUNTS =
            ConfigKey.of(
                    "accounts",
                    ValueType.ENTRIES,
                    "[]",
                    "The connections to the systems that hold the interviews");
    static final ConfigKey<String> ACCOUNT_ID =
            ConfigKey.unset(
                    "accounts[].id",
                    ValueType.TEXT,
                    "62f44730-dd91-461e-bd6a-aedd9e0ad79d",
                    "a UUID");
    static final ConfigKey<String> ACCOUNT_TENANT =
            ConfigKey.unset(
                    "accounts[].tenant_id",
                    ValueType.TEXT,
                    "acme",
                    "optional: the customer it belongs to");
    static final ConfigKey<String> ACCOUNT_INTEGRATION =
            ConfigKey.unset(
                    "accounts[].integration", ValueType.TEXT, "greenhouse", "the provider's id");
    static final ConfigKey<String> ACCOUNT_VERSION =
            ConfigKey.unset(
                    "accounts[].provider-version",
                    ValueType.TEXT,
                    "\"1.x\"",
                    "optional: a SemVer range; the newest active version otherwise");
    static final ConfigKey<Map<String, String>> ACCOUNT_CREDENTIALS =
            ConfigKey.unset(
                    "accounts[].credentials.*",
                    ValueType.MAP,
                    "{client_id: \"${CLIENT_ID}\", client_secret: \"${CLIENT_SECRET}\"}",
                    "those of the integration's page");
    static final ConfigKey<Map<String, String>> ACCOUNT_SETTINGS =
            ConfigKey.unset(
                    "accounts[].settings.*",
                    ValueType.MAP,
                    "{}",
                    "such as base_url, token_url; quota: 60/PT1M, or off");

    /** In the order of the delivered file. */
    static final List<ConfigKey<?>> ALL =
            List.of(
                    TOKENS,
                    TOKEN_NAME,
                    TOKEN_HASH,
                    TOKEN_SCOPES,
                    TOKEN_ACCOUNTS,
                    ACCOUNTS,
                    ACCOUNT_ID,
                    ACCOUNT_TENANT,
                    ACCOUNT_INTEGRATION,
                    ACCOUNT_VERSION,
                    ACCOUNT_CREDENTIALS,
                    ACCOUNT_SETTINGS);

    private AccessKeys() {}
}
