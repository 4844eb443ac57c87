package io.convene.provider.greenhouse;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cursor in {@code Link: <…?cursor=…>; rel="next"}. Other relations are ignored; links may be
 * relative, share a header or stand in several.
 */
final class LinkHeader {
    private static final Pattern LINK =
            Pattern.compile(
                    "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,]*))?)*)");
    private static final Pattern NEXT =
            Pattern.compile(
                    ";\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next(?=\\s*(?:;|$)))",
                    Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /**
     * The cursor of the following page, if one follows.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when a page follows and has no readable
     *     cursor
     */
    static Optional<String> nextCursor(VendorResponse response) {
        for (String header : response.headers("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    return Optional.of(cursor(link.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    private static String cursor(String url) {
        String query = url.substring(url.indexOf('?') + 1);
        Matcher parameter = Pattern.compile("(?:^|&)cursor=([^&#]+)").matcher(query);
        if (!parameter.find()) {
            throw unusable(url);
        }
        try {
            // A plus sign stands for itself: cursors are Base64, not form fields.
            String encoded = parameter.group(1).replace("+", "%2B");
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unusable(url);
        }
    }

    private static VendorException unusable(String url) {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "Greenhouse says that a page follows and gives no readable cursor for it: " + url);
    }
}
