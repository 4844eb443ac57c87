package io.convene.launcher.config;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Origins of web pages (<a href="https://www.rfc-editor.org/rfc/rfc6454#section-6.2">RFC 6454,
 * section 6.2</a>).
 */
public final class Origin {
    private static final Pattern HTTP =
            Pattern.compile(
                    "(https?)://(?<host>\\[[0-9a-f:.]+]|[^/\\s?#@*:\\[\\]\\\\]+)(:(?<port>\\d{1,5}))?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[.+]");

    private Origin() {}

    /**
     * The origin as browsers write it: in lower case, without the scheme's default port, an
     * international host name in its ASCII form; empty when the text is not the origin of a page
     * that was loaded over HTTP or HTTPS.
     *
     * @param text an origin, such as {@code https://App.example.com:443}
     */
    public static Optional<String> canonical(String text) {
        Matcher matcher = HTTP.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        String written = matcher.group("port");
        int port = written == null ? defaultPort : Integer.parseInt(written);
        Optional<String> host = host(matcher.group("host"));
        if (host.isEmpty() || port < 1 || port > 65_535) {
            return Optional.empty();
        }
        String suffix = port == defaultPort ? "" : ":" + port;
        return Optional.of("%s://%s%s".formatted(scheme, host.get(), suffix));
    }

    private static Optional<String> host(String text) {
        try {
            String host = text.startsWith("[") ? text : IDN.toASCII(text);
            return Optional.of(host.toLowerCase(Locale.ROOT))
                    .filter(ascii -> HOST.matcher(ascii).matches());
        } catch (IllegalArgumentException e) {
            // a label that is empty or too long
            return Optional.empty();
        }
    }
}
