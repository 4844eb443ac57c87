package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;

/** Access tokens of the gateway, for OAuth client credentials. */
final class FountainTokens {
    /** A little less than the documented hour, for an answer that says nothing. */
    private static final Duration USUAL = Duration.ofMinutes(55);

    private FountainTokens() {}

    static VendorRequest request(Settings settings) {
        return VendorRequest.post(settings.url("token_url"))
                .header("Authorization", Secret.basic("client_id", "client_secret"))
                .form("grant_type", "client_credentials")
                .form("scopes", "employer")
                .anonymous()
                .build();
    }

    static Token read(VendorResponse response) {
        if (!response.isSuccess()) {
            throw response.refusesClient(FountainAnswers.words(response))
                    ? FountainAnswers.refusedClient(response)
                    : FountainAnswers.refusal(response);
        }
        Item body = response.json();
        Text token = body.id("access_token");
        if (!token.isPresent()) {
            throw VendorException.unusable(
                    "Fountain answered the token request without an access_token.");
        }
        return Token.of(token.string(), Token.lifetime(body.at("expires_in"), USUAL));
    }
}
