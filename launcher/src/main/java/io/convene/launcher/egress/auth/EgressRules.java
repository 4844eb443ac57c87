package io.convene.launcher.egress.auth;

import io.convene.launcher.egress.host.Authority;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which URLs may be asked. A host that the provider declares, {@code api.example.com} or {@code
 * *.example.com}, over https and at its default port; or an entry of {@code egress.allow}, {@code
 * host} for every port or {@code host:port}, over https or http.
 */
public final class EgressRules {
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(?<host>(\\*\\.)?[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:(?<port>[0-9]{1,5}))?");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private EgressRules() {}

    /** Why that URL must not be asked, with the remedy, in one sentence; nothing when it may be. */
    public static Optional<String> refusal(
            URI url, Collection<String> declared, Collection<String> allow) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("A vendor's URL must begin with https://.");
        }
        Optional<Authority> authority = Authority.of(url);
        if (authority.isEmpty()) {
            return Optional.of("A vendor's URL must name a host.");
        }
        String host = authority.get().host();
        if (authority.get().userInfo()) {
            return Optional.of(
                    "The URL for host "
                            + host
                            + " must not carry a user name or password: use credentials instead.");
        }
        boolean secure = scheme.equals("https");
        int port = authority.get().portOr(secure ? HTTPS_PORT : HTTP_PORT);
        if (allow.stream().anyMatch(entry -> allows(entry, host, port))) {
            return Optional.empty();
        }
        String remedy =
                "add \""
                        + host
                        + ":"
                        + port
                        + "\" to egress.allow if it may receive the account's credentials.";
        if (declared.stream().noneMatch(pattern -> matches(pattern, host))) {
            return Optional.of(
                    "The host "
                            + host
                            + " is neither declared by the provider nor listed in egress.allow: "
                            + remedy);
        }
        if (!secure) {
            return Optional.of(
                    "The host "
                            + host
                            + " must be asked over https: correct the URL, or "
                            + remedy);
        }
        if (port != HTTPS_PORT) {
            return Optional.of(
                    "Port " + port + " of " + host + " is not declared by the provider: " + remedy);
        }
        return Optional.empty();
    }

    /**
     * The mistake in an entry of {@code egress.allow}, in one sentence; nothing when it is right.
     */
    public static Optional<String> problem(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (matcher.matches() && port(matcher) <= 65_535) {
            return Optional.empty();
        }
        return Optional.of(
                "\""
                        + entry
                        + "\" is neither a host nor host:port, such as api.example.com or localhost:9090.");
    }

    private static boolean allows(String entry, String host, int port) {
        Matcher matcher = ENTRY.matcher(entry);
        return matcher.matches()
                && matches(matcher.group("host"), host)
                && (matcher.group("port") == null || port(matcher) == port);
    }

    private static int port(Matcher entry) {
        String port = entry.group("port");
        return port == null ? 0 : Integer.parseInt(port);
    }

    private static boolean matches(String pattern, String host) {
        if (pattern.startsWith("*.")) {
            String tail = pattern.substring(1);
            return host.length() > tail.length()
                    && host.regionMatches(
                            true, host.length() - tail.length(), tail, 0, tail.length());
        }
        return pattern.equalsIgnoreCase(host);
    }
}
