package io.convene.launcher.egress.auth;

import io.convene.core.spi.Authentication;
import io.convene.core.spi.Secret;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.egress.host.Authority;
import io.convene.launcher.egress.wire.NamedRequest;
import io.convene.launcher.egress.wire.RequestBody;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a stated request one that can be sent: checks where it goes, fills in secrets, writes the
 * body.
 */
public final class RequestWriter {
    private static final String USER_AGENT = "Convene/" + version();

    private final Set<String> allow;
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    public RequestWriter(Set<String> allow) {
        this.allow = allow;
    }

    /**
     * The request as it goes out.
     *
     * @throws VendorException when it cannot be sent
     */
    public HttpRequest write(
            AllowedRequest allowed, Secrets secrets, Optional<Authentication> authentication) {
        VendorRequest request = allowed.request();
        HttpRequest.Builder builder = HttpRequest.newBuilder();
        set(builder, "Accept", "application/json");
        set(builder, "Accept-Encoding", "gzip");
        set(builder, "User-Agent", USER_AGENT);
        builder.method(request.method(), new RequestBody(body(request, secrets, builder)));
        request.headers()
                .forEach((name, value) -> {
                    if (name.equalsIgnoreCase("Host")) {
                        throw unsettable(name);
                    }
                    set(builder, name, text(value, secrets));
                });
        authentication.ifPresent(way -> authenticate(builder, way, secrets));
        try {
            return NamedRequest.build(builder, allowed.url());
        } catch (IllegalArgumentException e) {
            throw rejected(
                    "The URL for host " + Authority.host(allowed.url()) + " cannot be asked.");
        }
    }

    /**
     * The same request once it may go where it says; no secret is resolved before.
     *
     * @throws VendorException when it may not
     */
    public AllowedRequest allowed(VendorRequest request, Collection<String> declaredHosts) {
        URI url = url(request);
        Optional<String> refusal = EgressRules.refusal(url, declaredHosts, allow);
        if (refusal.isPresent()) {
            throw rejected(refusal.get());
        }
        return new AllowedRequest(request, url);
    }

    private static URI url(VendorRequest request) {
        try {
            return URI.create(request.fullUrl());
        } catch (IllegalArgumentException e) {
            throw rejected(
                    "The provider's request has no valid URL: check the account's settings that hold URLs.");
        }
    }

    private static void authenticate(
            HttpRequest.Builder builder, Authentication way, Secrets secrets) {
        String header = way.header().orElse("Authorization");
        set(builder, header, secrets.resolve(way.value().orElseGet(Secret::heldToken)));
    }

    private static void set(HttpRequest.Builder builder, String name, String value) {
        // Checked here because the JDK's own message quotes the value.
        if (!isFieldValue(value)) {
            throw rejected(
                    "The value for the header "
                            + name
                            + " has a line break or another character that HTTP does not allow:"
                            + " check the account's credentials.");
        }
        try {
            builder.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw unsettable(name);
        }
    }

    private static VendorException unsettable(String name) {
        return rejected("A provider cannot set the header " + printable(name) + ".");
    }

    private static boolean isFieldValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' || c > '~') && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private BodyPublisher body(
            VendorRequest request, Secrets secrets, HttpRequest.Builder builder) {
        if (request.json().isPresent()) {
            set(builder, "Content-Type", "application/json");
            String json = jsonb.toJson(plain(request.json().get(), secrets));
            return BodyPublishers.ofString(json);
        }
        if (request.form().isPresent()) {
            set(builder, "Content-Type", "application/x-www-form-urlencoded");
            return BodyPublishers.ofString(form(request.form().get(), secrets));
        }
        return BodyPublishers.noBody();
    }

    private static String form(Map<String, Object> fields, Secrets secrets) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> {
            for (Object each : value instanceof Collection<?> many ? many : List.of(value)) {
                pairs.add(encode(name) + "=" + encode(text(each, secrets)));
            }
        });
        return String.join("&", pairs);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Object value, Secrets secrets) {
        return value instanceof Secret secret ? secrets.resolve(secret) : String.valueOf(value);
    }

    /**
     * The value in types of the JDK alone: the host's Jsonb must not see a bundle's. An empty
     * Optional is null.
     */
    private static Object plain(Object value, Secrets secrets) {
        return switch (value) {
            case Secret secret -> secrets.resolve(secret);
            case String text -> text;
            case Number number when number.getClass().getModule() == Object.class.getModule() ->
                    number;
            case Boolean truth -> truth;
            case Optional<?> maybe when maybe.isEmpty() -> maybe;
            case Optional<?> maybe -> plain(maybe.get(), secrets);
            case Collection<?> many -> many.stream().map(each -> plain(each, secrets)).toList();
            case Map<?, ?> members -> {
                Map<String, Object> all = new LinkedHashMap<>();
                members.forEach(
                        (name, member) -> all.put(String.valueOf(name), plain(member, secrets)));
                yield all;
            }
            default -> throw rejected("The provider's JSON body has a value of an unknown kind.");
        };
    }

    private static String printable(String name) {
        return name.replaceAll("[^ -~]", "?");
    }

    private static VendorException rejected(String why) {
        return new VendorException(VendorException.Kind.REJECTED, why);
    }

    private static String version() {
        return Optional.ofNullable(RequestWriter.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("dev");
    }
}
