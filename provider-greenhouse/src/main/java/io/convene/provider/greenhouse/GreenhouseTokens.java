package io.convene.provider.greenhouse;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the authorisation server's response: a token with either form of expiry, or a refusal. */
final class GreenhouseTokens {
    /** A little less than the documented hour, for an answer that says nothing. */
    private static final Duration USUAL = Duration.ofMinutes(55);

    private GreenhouseTokens() {}

    static Token read(VendorResponse response, Instant now) {
        if (!response.isSuccess()) {
            throw refusal(response);
        }
        Item body = response.json();
        Text token = body.id("access_token");
        if (!token.isPresent()) {
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "Greenhouse answered the token request without an access_token.");
        }
        return Token.of(token.string(), lifetime(body, date(response).orElse(now)));
    }

    /** By the seconds until the expiry, else by its moment, seen from the vendor's own clock. */
    private static Duration lifetime(Item body, Instant now) {
        Item expiresIn = body.at("expires_in");
        if (!body.at("expires_at").isMissing() && expiresIn.text().integer().isEmpty()) {
            return until(body.text("expires_at"), now)
                    .filter(Duration::isPositive)
                    .orElse(Token.CAUTIOUS_LIFETIME);
        }
        return Token.lifetime(expiresIn, USUAL);
    }

    private static Optional<Duration> until(Text expiry, Instant now) {
        return Timestamps.instant(expiry).map(end -> Duration.between(now, end));
    }

    /** The vendor's own clock, where the answer shows it. */
    private static Optional<Instant> date(VendorResponse response) {
        try {
            return response.header("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static VendorException refusal(VendorResponse response) {
        // One of the messages repeats the client id it was sent.
        String words =
                GreenhouseAnswers.words(response).replaceAll("client_id=\\S*", "client_id=…");
        return response.refusesClient(words)
                ? new VendorException(
                        VendorException.Kind.BAD_CREDENTIALS,
                        "Greenhouse refused the client credentials: %s".formatted(words))
                : response.failure(words);
    }
}
