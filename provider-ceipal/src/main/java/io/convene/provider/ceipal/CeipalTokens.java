package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.Text;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a token is asked for, renewed and read. The answer should be JSON, which is asked for twice,
 * and may be XML all the same.
 *
 * @see <a href="https://developer.ceipal.com/ceipal-ats-version-one/authentication">Ceipal:
 *     authentication</a>
 */
final class CeipalTokens {
    /** The lifetime that Ceipal documents, for a token that does not say when it expires. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    /** Later than any time that is meant, in seconds since 1970. */
    private static final long LATEST = 999_999_999_999L;

    private static final String ACCESS_TOKEN = "access_token";

    private CeipalTokens() {}

    static VendorRequest login(Settings settings) {
        String keyName = CeipalSettings.isVersionOne(settings) ? "api_key" : "apiKey";
        return VendorRequest.post(CeipalRequests.action(settings, "createAuthtoken"))
                .anonymous()
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .json("email", Secret.of("email"))
                .json("password", Secret.of("password"))
                .json(keyName, Secret.of("api_key"))
                .json("json", 1)
                .build();
    }

    /** The held token, even a lapsed one, is sent in a header of its own. */
    static VendorRequest renewal(Settings settings) {
        return VendorRequest.post(CeipalRequests.action(settings, "refreshToken"))
                .anonymous()
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Token", Secret.heldToken())
                .build();
    }

    static Token read(VendorResponse response, Instant now) {
        boolean isXml = CeipalXml.isXml(response.bytes());
        Map<String, String> xml = isXml ? CeipalXml.leaves(response.bytes()) : Map.of();
        Text json = response.jsonIfAny().id(ACCESS_TOKEN);
        Optional<String> token =
                isXml ? Optional.ofNullable(xml.get(ACCESS_TOKEN)) : json.optional();
        if (response.isSuccess() && token.isPresent()) {
            return Token.of(token.get(), lifetime(token.get(), now));
        }
        CeipalRefusal refusal =
                isXml
                        ? CeipalRefusal.of(
                                response,
                                xml.getOrDefault("message", xml.getOrDefault("error", "")))
                        : CeipalRefusal.of(response);
        throw refusal.status() < 300 && refusal.words().isEmpty()
                ? new VendorException(
                        Kind.UNUSABLE_ANSWER,
                        "Ceipal's answer to the token request carries no access_token.")
                : refusal.failure();
    }

    /**
     * As its own claims say: from when it was issued, which no clock but Ceipal's has a part in, or
     * else from now, until it expires.
     */
    private static Duration lifetime(String token, Instant now) {
        Item claims = claims(token);
        Item expiry = claims.at("exp");
        if (!expiry.isPresent()) {
            return USUAL_LIFETIME;
        }
        Item issue = claims.at("iat");
        OptionalLong end = seconds(expiry);
        OptionalLong start =
                issue.isPresent() ? seconds(issue) : OptionalLong.of(now.getEpochSecond());
        boolean isUsable =
                end.isPresent() && start.isPresent() && end.getAsLong() > start.getAsLong();
        return isUsable
                ? Duration.ofSeconds(end.getAsLong() - start.getAsLong())
                : Token.CAUTIOUS_LIFETIME;
    }

    private static OptionalLong seconds(Item claim) {
        long seconds = claim.text().integer().orElse(-1);
        return seconds < 0 || seconds > LATEST ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    /** The claims of a JSON Web Token; nothing in another token. */
    private static Item claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Item.absent();
        }
        try {
            return Item.parse(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | JsonException e) {
            return Item.absent();
        }
    }
}
