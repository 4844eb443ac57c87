package io.convene.launcher.providers;

import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Setting;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds mistakes in a descriptor. Its hosts are checked elsewhere. */
final class DescriptorCheck {
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private DescriptorCheck() {}

    /**
     * Lets a descriptor pass that can be used.
     *
     * @throws Refusal when it cannot
     */
    static void check(String bundle, @Nullable ProviderDescriptor descriptor) {
        if (descriptor == null || descriptor.name() == null || descriptor.name().isBlank()) {
            throw ProviderCode.DESCRIPTOR_FAILED.refusal(bundle, "it is null or has no name");
        }
        Optional<String> problem = problem(descriptor);
        if (problem.isPresent()) {
            throw ProviderCode.DESCRIPTOR_FAILED.refusal(bundle, problem.get());
        }
    }

    private static Optional<String> problem(ProviderDescriptor descriptor) {
        List<String> settings = descriptor.settings().stream().map(Setting::name).toList();
        List<String> ways =
                descriptor.authentications().stream().map(Authentication::name).toList();
        return names("setting", settings)
                .or(() -> names("authentication", ways))
                .or(() ->
                        descriptor.authentications().stream()
                                .flatMap(way -> problem(way).stream())
                                .findFirst());
    }

    private static Optional<String> names(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name == null || name.isBlank()) {
                return Optional.of("it has a %s without a name".formatted(what));
            }
            if (!seen.add(name)) {
                return Optional.of("it has two %ss named '%s'".formatted(what, name));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Authentication way) {
        Set<String> credentials = new HashSet<>(way.required());
        credentials.addAll(way.optional());
        if (credentials.stream().anyMatch(String::isBlank)) {
            return Optional.of(
                    "its authentication '%s' has a credential without a name"
                            .formatted(way.name()));
        }
        if (way.header().filter(header -> !HEADER.matcher(header).matches()).isPresent()) {
            return Optional.of(
                    "its authentication '%s' sends a header whose name is not an HTTP token"
                            .formatted(way.name()));
        }
        return way.value()
                .flatMap(secret -> foreign(secret, credentials))
                .map(name ->
                        "its authentication '%s' sends the credential '%s', which it does not declare"
                                .formatted(way.name(), name));
    }

    private static Optional<String> foreign(Secret secret, Set<String> credentials) {
        return Stream.of(secret.first(), secret.second())
                .filter(name -> !name.isEmpty() && !credentials.contains(name))
                .findFirst();
    }
}
