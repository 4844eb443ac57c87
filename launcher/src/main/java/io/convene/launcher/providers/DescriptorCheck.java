package io.convene.launcher.providers;

import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Setting;
import io.convene.launcher.providers.status.Findings;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        Findings findings = new Findings();
        for (String problem : problems(descriptor)) {
            findings.add(ProviderCode.DESCRIPTOR_FAILED.about(bundle, problem));
        }
        findings.throwIfAny();
    }

    private static List<String> problems(ProviderDescriptor descriptor) {
        List<String> problems = new ArrayList<>();
        names("setting", descriptor.settings().stream().map(Setting::name).toList(), problems);
        List<Authentication> ways = descriptor.authentications();
        names("authentication", ways.stream().map(Authentication::name).toList(), problems);
        ways.forEach(way -> add(way, problems));
        return problems.stream().distinct().toList();
    }

    private static void names(String what, List<String> names, List<String> problems) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name == null || name.isBlank()) {
                problems.add("it has a %s without a name".formatted(what));
            } else if (!seen.add(name)) {
                problems.add("it has two %ss named '%s'".formatted(what, name));
            }
        }
    }

    private static void add(Authentication way, List<String> problems) {
        Set<String> credentials = new HashSet<>(way.required());
        credentials.addAll(way.optional());
        if (credentials.stream().anyMatch(String::isBlank)) {
            problems.add(
                    "its authentication '%s' has a credential without a name"
                            .formatted(way.name()));
        }
        if (way.header().filter(header -> !HEADER.matcher(header).matches()).isPresent()) {
            problems.add(
                    "its authentication '%s' sends a header whose name is not an HTTP token"
                            .formatted(way.name()));
        }
        way.value().stream()
                .flatMap(secret -> foreign(secret, credentials))
                .map(name ->
                        "its authentication '%s' sends the credential '%s', which it does not declare"
                                .formatted(way.name(), name))
                .forEach(problems::add);
    }

    private static Stream<String> foreign(Secret secret, Set<String> credentials) {
        return Stream.of(secret.first(), secret.second())
                .filter(name -> !name.isEmpty() && !credentials.contains(name));
    }
}
