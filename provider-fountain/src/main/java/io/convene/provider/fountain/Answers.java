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
    private static final int TOO_MANY = 429;

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
        return response.failure(words(response));
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
        return body.text("message")
                .or(body.at("error").text("msg"))
                .or(body.at("error").text("message"))
                .or(body.text("error"))
                .or(first.text("title"))
                .or(first.text("detail"))
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
