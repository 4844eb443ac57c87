package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.paging.PageNumberPaging;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.core.spi.VendorWords;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ceipal's word that a call failed. Its HTTP status alone does not say why: 403 has several causes,
 * 404 means an empty list as often as not, and version 1 may answer 200. So the words are read
 * first, where the body is JSON, XML with a message, or a short plain text. A page of HTML and
 * damaged JSON have no words, and of such an answer only the status counts.
 *
 * @param status the HTTP status, or the one that a body within a 200 states
 * @param words Ceipal's own words; empty when it has none
 * @see <a href="https://developer.ceipal.com/ceipal-ats-v2">Ceipal: version 2</a>
 */
record CeipalRefusal(VendorResponse response, int status, String words) {
    private static final int LONGEST_WORDS = 200;
    private static final List<String> WORDS = List.of("message", "error", "detail");
    private static final Duration BACK_OFF = Duration.ofSeconds(60);

    /** The refusal in the answer to a list, if it is one. */
    static Optional<CeipalRefusal> in(VendorResponse response) {
        CeipalRefusal refusal = of(response);
        if (refusal.status < 200 || refusal.status >= 300) {
            return Optional.of(refusal);
        }
        List<Item> rows = CeipalAnswers.rows(response.jsonIfAny()).each();
        boolean isExplained = rows.isEmpty() && refusal.kindByWords().isPresent();
        boolean isWordsOnly =
                !CeipalAnswers.rows(response.jsonIfAny()).isArray() && !refusal.words.isEmpty();
        return isExplained || isWordsOnly ? Optional.of(refusal) : Optional.empty();
    }

    /** The answer, seen as a refusal. */
    static CeipalRefusal of(VendorResponse response) {
        return of(response, words(response));
    }

    /** The answer, seen as a refusal in those words. */
    static CeipalRefusal of(VendorResponse response, String words) {
        String inner = response.jsonIfAny().text("status").string();
        boolean isStated = response.isSuccess() && inner.matches("[45]\\d\\d");
        return new CeipalRefusal(
                response,
                isStated ? Integer.parseInt(inner) : response.status(),
                CeipalText.decode(words).strip());
    }

    /** Whether the list is merely empty. */
    boolean isNothingFound() {
        return says("data not found") && (status == 404 || status < 300);
    }

    /** Whether the answer says no more than that a page after the first one does not exist. */
    boolean isBeyond(PageNumberPaging paging) {
        boolean isReadable = response.jsonIfAny().isPresent() || response.text().isBlank();
        return !paging.isFirst() && status == 404 && isReadable && kindByWords().isEmpty();
    }

    /** The failure that the refusal means. */
    VendorException failure() {
        Kind kind = kindByWords().orElseGet(this::kindByStatus);
        return switch (kind) {
            case RATE_LIMITED ->
                    VendorException.rateLimited(
                            told(), Optional.of(response.retryAfter().orElse(BACK_OFF)));
            case BAD_CREDENTIALS ->
                    new VendorException(
                            kind, told() + " Check email, password and api_key of the account.");
            case NOT_FOUND ->
                    new VendorException(
                            kind, told() + " Check base_url, api_version and interviews_path.");
            default -> new VendorException(kind, told());
        };
    }

    private Optional<Kind> kindByWords() {
        if (says("temporarily disabled")) {
            return Optional.of(Kind.NOT_ALLOWED);
        }
        if (says("limit exceeded")) {
            return Optional.of(Kind.RATE_LIMITED);
        }
        boolean isOfCredentials =
                says("api key is not matched") || says("token") || says("invalid credentials");
        // A failing program complains about tokens of its own.
        return isOfCredentials && status < 500
                ? Optional.of(Kind.BAD_CREDENTIALS)
                : Optional.empty();
    }

    private Kind kindByStatus() {
        return switch (status) {
            case 401 -> Kind.BAD_CREDENTIALS;
            case 403 -> Kind.NOT_ALLOWED;
            case 404 -> Kind.NOT_FOUND;
            case 429 -> Kind.RATE_LIMITED;
            default -> {
                if (status >= 500) {
                    yield Kind.UNAVAILABLE;
                }
                yield status >= 300 && status < 400 ? Kind.UNUSABLE_ANSWER : Kind.REJECTED;
            }
        };
    }

    private boolean says(String part) {
        return words.toLowerCase(Locale.ROOT).contains(part);
    }

    private String told() {
        return VendorWords.refusal("Ceipal", "the request", "HTTP %d".formatted(status), words);
    }

    /**
     * The words of a body that is not JSON: a page of HTML may say "token" and mean nothing by it.
     */
    private static String plainWords(VendorResponse response) {
        if (CeipalXml.isXml(response.bytes())) {
            Map<String, String> leaves = CeipalXml.leaves(response.bytes());
            return WORDS.stream()
                    .flatMap(name -> Stream.ofNullable(leaves.get(name)))
                    .findFirst()
                    .orElse("");
        }
        String text = response.text().strip();
        boolean isDamagedJson = text.startsWith("{") || text.startsWith("[");
        return text.length() > LONGEST_WORDS || isDamagedJson ? "" : text;
    }

    private static String words(VendorResponse response) {
        Item body = response.jsonIfAny();
        if (!body.isPresent()) {
            return response.isSuccess() ? "" : plainWords(response);
        }
        for (String name : WORDS) {
            Item member = body.at(name);
            Text words = (member.isObject() ? member.at("message") : member).words();
            if (words.isPresent()) {
                return words.string();
            }
        }
        return "";
    }
}
