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
 * relative, share a header or be in several.
 */
final class GreenhouseLinks {
    private static final Pattern LINK =
            Pattern.compile(
                    "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s;,]*))?)*)");
    private static final Pattern NEXT =
            Pattern.compile(
                    ";\\s*rel\\s*=\\s*(?:(?<quote>[\"'])(?:[^\"']*\\s)?next(?:\\s[^\"']*)?\\k<quote>"
                            + "|next(?=\\s*(?:;|$)))",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES_NEXT =
            Pattern.compile("rel\\s*=\\W*next\\b", Pattern.CASE_INSENSITIVE);

    private GreenhouseLinks() {}

    /**
     * The cursor of the following page, if one follows.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when a page follows and has no readable
     *     cursor
     */
    static Optional<String> nextCursor(VendorResponse response) {
        for (String header : response.headers("Link")) {
            Matcher link = LINK.matcher(header);
            int read = 0;
            while (link.find()) {
                checkUnread(header.substring(read, link.start()), header);
                read = link.end();
                if (NEXT.matcher(link.group(2)).find()) {
                    return Optional.of(cursor(link.group(1)));
                }
            }
            checkUnread(header.substring(read), header);
        }
        return Optional.empty();
    }

    /** A text that is not a link but mentions a next page must not pass for the end of the list. */
    private static void checkUnread(String part, String header) {
        if (NAMES_NEXT.matcher(part).find()) {
            throw unusable(header);
        }
    }

    private static String cursor(String url) {
        String query = url.substring(url.indexOf('?') + 1);
        Matcher parameter = Pattern.compile("(?:^|&)cursor=([^&#]+)").matcher(query);
        if (!parameter.find()) {
            throw unusable(url);
        }
        try {
            // A plus sign means itself: cursors are Base64, not form fields.
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
