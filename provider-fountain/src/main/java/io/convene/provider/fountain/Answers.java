package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Fountain's answers have in common, its error envelopes above all.
 *
 * @see <a href="https://developer.fountain.com/reference/rate-limitations">rate limitations</a>
 */
final class Answers {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int QUOTED = 200;
    private static final List<String> NOT_OF_CLIENT =
            List.of("grant_type", "invalid_request", "invalid_scope");

    private Answers() {}

    /** The body of a success; throws the vendor's refusal. */
    static Item body(VendorResponse response) {
        if (!response.isSuccess()) {
            throw refusal(response);
        }
        return response.json();
    }

    /** The rows of a side list, bare or under its name. */
    static List<Item> rows(VendorResponse response, String list) {
        Item body = body(response);
        Item rows = body.isArray() ? body : body.at(list);
        if (!rows.isArray()) {
            throw unusable(response, "without " + list);
        }
        return rows.each();
    }

    /** The refusal in that answer. */
    static VendorException refusal(VendorResponse response) {
        return response.status() == UNAUTHORIZED
                ? refused(
                        "the access token",
                        response,
                        "Set a valid api_key, or at the gateway client_id and client_secret that may use base_url;"
                                + " a trusted party's key cannot read.")
                : response.failure(words(response));
    }

    /**
     * Whether the answer to a token request refuses the client: 401 does, and so does 400 in words
     * that are not about the request itself. A page of HTML says nothing of the client.
     */
    static boolean isRefusalOfClient(VendorResponse response) {
        String words = words(response);
        return response.status() == UNAUTHORIZED
                || (response.status() == BAD_REQUEST
                        && !words.isEmpty()
                        && NOT_OF_CLIENT.stream().noneMatch(words::contains));
    }

    /** The refusal of the OAuth client itself. */
    static VendorException refusedClient(VendorResponse response) {
        return refused(
                "the OAuth client",
                response,
                "Check client_id and client_secret, and that token_url is of the same Fountain.");
    }

    private static VendorException refused(String what, VendorResponse response, String fix) {
        String words = words(response);
        String quoted = words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words;
        return new VendorException(
                VendorException.Kind.BAD_CREDENTIALS,
                "Fountain refused "
                        + what
                        + " (HTTP "
                        + response.status()
                        + (quoted.isEmpty() ? "). " : "): " + quoted + ". ")
                        + fix);
    }

    /**
     * The refusal in that answer, its waiting time read off the moment at which the vendor's window
     * ends when it says nothing plainer.
     */
    static VendorException refusal(VendorResponse response, Instant now) {
        VendorException refusal = refusal(response);
        return response.status() == TOO_MANY && refusal.retryAfter().isEmpty()
                ? VendorException.rateLimited(
                        String.valueOf(refusal.getMessage()), untilReset(response, now))
                : refusal;
    }

    static VendorException unusable(VendorResponse response, String how) {
        String words = words(response);
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "Fountain answered HTTP "
                        + response.status()
                        + " "
                        + how
                        + (words.isEmpty() ? "." : ": " + words));
    }

    /** The vendor's own words, in whichever of its envelopes they stand; empty when in none. */
    static String words(VendorResponse response) {
        Item body = response.jsonIfAny();
        Item first = body.each().stream().findFirst().orElseGet(Item::absent);
        return body.words("message")
                .or(body.at("error").words("msg"))
                .or(body.at("error").words("message"))
                .or(body.words("error"))
                .or(first.words("title"))
                .or(first.words("detail"))
                .or(Text.absent())
                .string();
    }

    private static Optional<Duration> untilReset(VendorResponse response, Instant now) {
        return response.header("X-Api-Ratelimit-Reset")
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text))))
                .filter(Duration::isPositive);
    }
}
