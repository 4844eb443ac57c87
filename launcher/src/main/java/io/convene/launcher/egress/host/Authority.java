package io.convene.launcher.egress.host;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of a URL. Unlike {@link URI#getHost}, it accepts underscores in host names,
 * which names of Docker services and of vendors' tenants may have.
 *
 * @param host a name or an address, an IPv6 address in brackets
 * @param port the port, if the URL has one
 * @param userInfo whether the URL has a user name
 */
public record Authority(String host, OptionalInt port, boolean userInfo) {
    private static final Pattern NAME =
            Pattern.compile("(?<host>\\w[\\w.-]*)(:(?<port>\\d{0,5}))?");
    private static final int MOST_PORT = 65_535;

    /** Reads the host and port of a URL; nothing when it has no host. */
    public static Optional<Authority> of(URI url) {
        if (url.getHost() != null) {
            return Optional.of(
                    new Authority(
                            url.getHost(), port(url.getPort()), url.getRawUserInfo() != null));
        }
        String raw = url.getRawAuthority();
        if (raw == null) {
            return Optional.empty();
        }
        int user = raw.lastIndexOf('@');
        Matcher matcher = NAME.matcher(raw.substring(user + 1));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group("port");
        int port = digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
        return port > MOST_PORT
                ? Optional.empty()
                : Optional.of(new Authority(matcher.group("host"), port(port), user >= 0));
    }

    /** The host of a URL that was checked to have one. */
    public static String host(URI url) {
        return of(url).map(Authority::host).orElse("");
    }

    /** The port, or that one when the URL has none. */
    public int portOr(int standard) {
        return port.orElse(standard);
    }

    private static OptionalInt port(int port) {
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
