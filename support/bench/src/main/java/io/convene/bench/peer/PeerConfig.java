package io.convene.bench.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of all peers, a JSON file.
 *
 * @param tokenHash the SHA-256 of the caller's token, in hex
 * @param accounts by id
 */
public record PeerConfig(
        @JsonProperty("token_sha256") String tokenHash, Map<String, PeerAccount> accounts) {

    /**
     * A connection to one vendor.
     *
     * @param integration {@code ashby} or {@code greenhouse}
     * @param baseUrl where the vendor is, without a slash at its end
     * @param credentials {@code api_key}, or {@code client_id} and {@code client_secret}
     */
    public record PeerAccount(
            String integration,
            @JsonProperty("base_url") String baseUrl,
            Map<String, String> credentials) {}

    /** Reads the file. */
    public static PeerConfig read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), PeerConfig.class);
    }

    /** The account of that id. */
    public Optional<PeerAccount> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }
}
