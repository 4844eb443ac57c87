package io.convene.launcher.egress.auth;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.coding.ContentCodings;
import io.convene.launcher.egress.wire.VendorFailure;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Takes an account's secrets out of text that is to be shown or logged: as they are,
 * percent-encoded, escaped for JSON, HTML and XML in the usual ways, in Base64 and as HTTP Basic.
 * Clean text before cutting it, since half a secret is not recognised, except before an ellipsis in
 * a sentence or at the end. Values shorter than 4 characters stay: they keep nothing secret, and
 * every gap would show where they were. Immutable.
 */
public final class Redaction {
    /** The replacement of a secret. */
    public static final String MASK = "[redacted]";

    private static final int SHORTEST = 4;

    /** Quotes are cut in sentences; a vendor's body may have millions of ellipses of its own. */
    private static final int LONGEST_SENTENCE = 8 * 1024;

    private static final Pattern ESCAPED_OCTET = Pattern.compile("%[0-9A-F]{2}");

    private final List<String> secrets;

    private Redaction(Set<String> secrets) {
        // The longest first: one may be a part of another.
        this.secrets =
                secrets.stream()
                        .filter(secret -> secret.length() >= SHORTEST)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** Knows the account's credentials and these tokens. */
    public static Redaction of(Account account, Collection<String> tokens) {
        Set<String> forms = new HashSet<>();
        Collection<String> credentials = account.credentials().values();
        for (String credential : credentials) {
            addForms(forms, credential);
            addBasic(forms, credential, "");
            credentials.forEach(other -> addBasic(forms, credential, other));
        }
        tokens.forEach(token -> addForms(forms, token));
        return new Redaction(forms);
    }

    /** The text without the account's credentials; its tokens are not looked for. */
    public static String clean(String text, Account account) {
        return of(account, List.of()).clean(text);
    }

    /** The text without secrets. */
    public String clean(String text) {
        String cleaned = text;
        int first = text.length() <= LONGEST_SENTENCE ? 0 : text.length() - 1;
        for (int end = cleaned.lastIndexOf('…');
                end >= first;
                end = cleaned.lastIndexOf('…', end - 1)) {
            cleaned = withoutCutSecret(cleaned, end);
        }
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, MASK);
        }
        return cleaned;
    }

    /** The same failure without secrets in its sentence and in the vendor's answer. */
    public VendorFailure clean(VendorFailure failure) {
        return VendorFailure.of(clean(failure.reason()), failure.answer().map(this::clean));
    }

    /** The same failure without secrets in its message. */
    VendorException clean(VendorException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String cleaned = clean(message);
        if (cleaned.equals(message)) {
            return failure;
        }
        return failure.kind() == VendorException.Kind.RATE_LIMITED
                ? VendorException.rateLimited(cleaned, failure.retryAfter())
                : new VendorException(failure.kind(), cleaned);
    }

    /** The answer as a bundle may see it: a vendor's refusal often echoes the request. */
    static VendorResponse answer(HttpResponse<byte[]> answer, Supplier<Redaction> redaction) {
        int status = answer.statusCode();
        boolean success = status >= 200 && status < 300;
        byte[] body = success ? answer.body() : redaction.get().clean(answer.body());
        return VendorResponse.of(status, ContentCodings.decoded(answer.headers()), body);
    }

    private VendorResponse clean(VendorResponse answer) {
        return VendorResponse.of(answer.status(), answer.headers(), clean(answer.bytes()));
    }

    /** The same bytes, unless they hold secrets. */
    byte[] clean(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String cleaned = clean(text);
        return cleaned.equals(text) ? body : cleaned.getBytes(StandardCharsets.UTF_8);
    }

    /** The text without the beginning of a secret that was cut off at {@code end}. */
    private String withoutCutSecret(String text, int end) {
        int cut = end;
        for (String secret : secrets) {
            for (int start = Math.max(0, end - secret.length() + 1);
                    start <= end - SHORTEST;
                    start++) {
                if (start < cut && secret.startsWith(text.substring(start, end))) {
                    cut = start;
                }
            }
        }
        return cut == end ? text : text.substring(0, cut) + MASK + text.substring(end);
    }

    private static void addForms(Set<String> forms, String secret) {
        if (secret.strip().length() < SHORTEST) {
            return;
        }
        for (String value : List.of(secret, secret.strip())) {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            forms.add(value);
            forms.add(encoded);
            forms.add(encoded.replace("+", "%20"));
            forms.add(
                    ESCAPED_OCTET
                            .matcher(encoded)
                            .replaceAll(octet -> octet.group().toLowerCase(Locale.ROOT)));
            EscapedForms.of(value).forEach(forms::add);
            forms.add(base64(value));
        }
    }

    private static void addBasic(Set<String> forms, String user, String password) {
        if (user.length() + password.length() >= SHORTEST) {
            forms.add(base64(user + ":" + password));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
