package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.core.spi.VendorWords;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The common parts of Fountain's answers, above all its error envelopes.
 *
 * @see <a href="https://developer.fountain.com/reference/rate-limitations">rate limitations</a>
 */
final class FountainAnswers {
    /** The name under which a slot has its applicant, in the answer for several. */
    static final String APPLICANT = "applicant";

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final String SLOTS = "booked_slots";

    private FountainAnswers() {}

    /** The body of a success; throws the vendor's refusal. */
    static Item body(VendorResponse response) {
        if (!response.isSuccess()) {
            throw refusal(response);
        }
        return response.json();
    }

    /**
     * The slots in the answer for one applicant or for several.
     *
     * @throws VendorException when the answer has none
     */
    static List<Item> slots(VendorResponse response) {
        Item body = response.json();
        if (body.at(SLOTS).isArray()) {
            return body.each(SLOTS);
        }
        if (!body.isArray()) {
            throw unusable(response, "without " + SLOTS);
        }
        List<Item> slots = new ArrayList<>();
        for (Item applicant : body.each()) {
            for (Item slot : applicant.each(SLOTS)) {
                slot.attach(APPLICANT, List.of(applicant));
                slots.add(slot);
            }
        }
        return slots;
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

    /** The refusal of the OAuth client itself. */
    static VendorException refusedClient(VendorResponse response) {
        return refused(
                "the OAuth client",
                response,
                "Check client_id and client_secret, and that token_url is of the same Fountain.");
    }

    private static VendorException refused(String what, VendorResponse response, String fix) {
        String code = "HTTP %d".formatted(response.status());
        return new VendorException(
                VendorException.Kind.BAD_CREDENTIALS,
                "%s %s"
                        .formatted(
                                VendorWords.refusal("Fountain", what, code, words(response)), fix));
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
        return VendorException.unusable(
                "Fountain answered HTTP %d %s%s"
                        .formatted(response.status(), how, words.isEmpty() ? "." : ": " + words));
    }

    /** The vendor's own words, in whichever of its envelopes they are; empty when in none. */
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
