package io.convene.launcher.containment;

import io.convene.core.spi.Secret;
import io.convene.core.spi.VendorRequest;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds why a stated request cannot be sent, whatever the account's settings are. */
final class RequestCheck {
    private static final String SIGNS = "!#$%&'*+.^_`|~-";

    /** The headers that the HTTP client sets itself and accepts from nobody. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private RequestCheck() {}

    /** The request, once it is one that can be sent. */
    static VendorRequest checked(BundleCalls calls, BundleMethod method, VendorRequest request) {
        Optional<String> problem = problem(request);
        if (problem.isPresent()) {
            throw calls.unusable(method, problem.get());
        }
        return request;
    }

    /**
     * Fails in the bundle's own code.
     *
     * @throws IllegalArgumentException when the request cannot be sent
     */
    static void require(@Nullable VendorRequest request) {
        Optional<String> problem = request == null ? Optional.of("it is null") : problem(request);
        problem.ifPresent(why -> {
            throw new IllegalArgumentException("the request cannot be sent: " + why);
        });
    }

    /** Why it cannot be sent, in a sentence without its end. */
    private static Optional<String> problem(VendorRequest request) {
        Optional<String> url = url(request.url());
        if (url.isPresent()) {
            return url;
        }
        for (Map.Entry<String, Object> header : request.headers().entrySet()) {
            Optional<String> wrong = header(header.getKey(), header.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return isWritable(request.json().orElse(Map.of()))
                        && isWritable(request.form().orElse(Map.of()))
                ? Optional.empty()
                : Optional.of("its request's body has a value that is null or not of a known kind");
    }

    private static Optional<String> header(String name, Object value) {
        if (!isToken(name) || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(
                    "its request sets the header '%s', which cannot be set"
                            .formatted(ThrownText.plain(name)));
        }
        boolean sendable =
                value instanceof Secret || (value instanceof String text && isValue(text));
        return sendable
                ? Optional.empty()
                : Optional.of(
                        "its request's header %s has a character that HTTP does not allow"
                                .formatted(name));
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (c < '0' || c > '9') && SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                return false;
            }
        }
        return true;
    }

    /** Which hosts are allowed is for others to say: the account's settings may name them. */
    private static Optional<String> url(String url) {
        try {
            URI uri = new URI(url);
            boolean http =
                    "https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getRawAuthority() != null) {
                return Optional.empty();
            }
        } catch (URISyntaxException e) {
            // told below
        }
        return Optional.of(
                "its request's URL is not an absolute http or https URL; check the account's settings that hold URLs, too");
    }

    private static boolean isWritable(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> true;
            case Boolean truth -> true;
            case Secret secret -> true;
            case Number number -> number.getClass().getModule() == Object.class.getModule();
            case Optional<?> maybe -> maybe.isEmpty() || isWritable(maybe.get());
            case Collection<?> many -> many.stream().allMatch(RequestCheck::isWritable);
            case Map<?, ?> members -> members.values().stream().allMatch(RequestCheck::isWritable);
            default -> false;
        };
    }
}
