package io.convene.provider.ashby;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.core.spi.VendorWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ashby's word that a call failed. Most come with HTTP 200 and {@code success: false}; the code is
 * in {@code errorInfo} or in the older {@code errors}, as text or as objects, and may be missing.
 * The body of a 401 or 403 may be plain text. A page of HTML, or JSON that is damaged, is not
 * Ashby's word on the key: then the status alone counts, and 403 says too little.
 *
 * @param code Ashby's code, such as {@code invalid_input}; empty when it gives none
 * @param words Ashby's own words; empty when it has none
 * @see <a href="https://developers.ashbyhq.com/docs/responses">Ashby: responses and errors</a>
 */
record AshbyRefusal(VendorResponse response, String code, String words) {
    private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z0-9]+)+");

    /** The refusal in that answer, if it is one. */
    static Optional<AshbyRefusal> in(VendorResponse response) {
        Item body = response.jsonIfAny();
        return response.isSuccess() && body.flag("success").orElse(true)
                ? Optional.empty()
                : Optional.of(new AshbyRefusal(response, code(body), words(response, body)));
    }

    /** Whether that is Ashby's code. */
    boolean says(String expected) {
        return code.equals(expected);
    }

    /** The failure that the refusal means. */
    VendorException failure() {
        int status = response.status();
        if (status >= 500) {
            return response.failure(words);
        }
        return switch (status) {
            case 401 -> wrongKey();
            case 429 -> rateLimited();
            default -> byCode();
        };
    }

    private VendorException byCode() {
        return switch (code) {
            case "" -> withoutCode();
            case "missing_endpoint_permission" ->
                    new VendorException(
                            Kind.NOT_ALLOWED,
                            told()
                                    + " Give the API key interviewsRead, and candidatesRead to"
                                    + " expand candidates.");
            case "invalid_next_cursor",
                    "next_cursor_expired",
                    "cursor_invalid",
                    "sync_token_invalid",
                    "sync_token_expired",
                    "incremental_sync_too_large" ->
                    new VendorException(Kind.BAD_CURSOR, told() + " Begin without a cursor.");
            case "rate_limited", "rate_limit_exceeded", "concurrent_limit_exceeded" ->
                    rateLimited();
            case "internal_error" -> new VendorException(Kind.UNAVAILABLE, told());
            default -> new VendorException(otherKind(), told());
        };
    }

    private VendorException withoutCode() {
        return switch (response.status()) {
            case 403 -> isReadable() ? wrongKey() : response.failure(words);
            case 200 -> new VendorException(Kind.REJECTED, told());
            default -> response.failure(words);
        };
    }

    /** Whether the body is JSON, or the plain text that Ashby also sends. */
    private boolean isReadable() {
        String text = response.text().strip();
        boolean isMarkup = text.startsWith("<");
        boolean isDamagedJson = text.startsWith("{") || text.startsWith("[");
        return response.jsonIfAny().isPresent() || !(isMarkup || isDamagedJson);
    }

    private Kind otherKind() {
        if (code.endsWith("_not_found")) {
            return Kind.NOT_FOUND;
        }
        return response.status() == 403 ? Kind.NOT_ALLOWED : Kind.REJECTED;
    }

    private VendorException wrongKey() {
        return new VendorException(
                Kind.BAD_CREDENTIALS,
                told() + " The API key is wrong or was deactivated: set a valid api_key.");
    }

    private VendorException rateLimited() {
        String whose =
                response.header("X-RateLimit-Scope")
                        .map(scope -> " The limit is that of scope " + scope + ".")
                        .orElse("");
        return VendorException.rateLimited(told() + whose, response.retryAfter());
    }

    private String told() {
        String name = code.isEmpty() ? "HTTP %d".formatted(response.status()) : code;
        return VendorWords.refusal("Ashby", "the request", name, words);
    }

    private static String code(Item body) {
        Text code = body.at("errorInfo").text("code");
        if (code.isPresent()) {
            return code.string();
        }
        for (Item error : errors(body)) {
            String given = (error.isObject() ? error.text("code") : error.text()).string();
            if (CODE.matcher(given).matches()) {
                return given;
            }
        }
        return "";
    }

    private static String words(VendorResponse response, Item body) {
        if (!body.isPresent() && !response.text().contains("<")) {
            return sentence(response.text());
        }
        Text message = body.at("errorInfo").text("message");
        if (message.isPresent()) {
            return sentence(message.string());
        }
        List<String> messages = new ArrayList<>();
        for (Item error : errors(body)) {
            Text words = error.isObject() ? error.text("message") : error.text();
            Text parameter = error.text("parameter");
            if (words.isPresent() && !CODE.matcher(words.string()).matches()) {
                messages.add(words + (parameter.isPresent() ? " (" + parameter + ")" : ""));
            }
        }
        return sentence(String.join("; ", messages));
    }

    private static List<Item> errors(Item body) {
        Item errors = body.at("errors");
        return errors.isArray() ? errors.each() : List.of(errors);
    }

    private static String sentence(String words) {
        String stripped = words.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
