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
import java.util.List;
import java.util.Optional;

/** Reads what the authorisation server says: a token with either form of expiry, or a refusal. */
final class TokenAnswer {
    /** A little less than the documented hour, for an answer that says nothing. */
    private static final Duration USUAL = Duration.ofMinutes(55);

    /** For an answer that says what cannot be read, or that the token has ended already. */
    private static final Duration SAFE = Duration.ofMinutes(5);

    private static final List<String> NOT_OF_CREDENTIALS =
            List.of("grant_type", "invalid_request", "invalid_scope");
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private TokenAnswer() {}

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
        Duration lifetime =
                seconds(body.text("expires_in"))
                        .or(() -> until(body.text("expires_at"), date(response).orElse(now)))
                        .filter(Duration::isPositive)
                        .orElse(isSilent(body) ? USUAL : SAFE);
        return Token.of(token.string(), lifetime);
    }

    private static boolean isSilent(Item body) {
        return body.at("expires_in").isMissing() && body.at("expires_at").isMissing();
    }

    private static Optional<Duration> seconds(Text text) {
        return text.optional()
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(digits -> Duration.ofSeconds(Long.parseLong(digits)));
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
        String words = Harvest.words(response).replaceAll("client_id=\\S*", "client_id=…");
        boolean refused =
                response.status() == UNAUTHORIZED
                        // A page of HTML has no words: it says nothing of the credentials.
                        || (response.status() == BAD_REQUEST
                                && !words.isEmpty()
                                && NOT_OF_CREDENTIALS.stream().noneMatch(words::contains));
        return refused
                ? new VendorException(
                        VendorException.Kind.BAD_CREDENTIALS,
                        "Greenhouse refused the client credentials: " + words)
                : response.failure(words);
    }
}
