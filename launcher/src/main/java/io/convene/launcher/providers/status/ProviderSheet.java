package io.convene.launcher.providers.status;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an operator wants to know before trusting a bundle, beyond its hosts, hash and tier.
 *
 * @param requires the modules that it takes from others, by name
 * @param compiled what it was compiled for
 * @param signers the names of those who signed it, if signatures were checked and are in order
 * @param settings the settings that it asks accounts for, once it was loaded
 * @param credentials the ways in which its accounts authenticate, once it was loaded
 */
public record ProviderSheet(
        List<String> requires,
        Compiled compiled,
        List<String> signers,
        List<SettingFacts> settings,
        List<CredentialFacts> credentials) {
    private static final String CORE = "io.convene.core";

    public ProviderSheet {
        requires = List.copyOf(requires);
        signers = List.copyOf(signers);
        settings = List.copyOf(settings);
        credentials = List.copyOf(credentials);
    }

    /**
     * What a bundle was compiled for.
     *
     * @param spi the version of the SPI that the compiler recorded
     * @param java the release of Java that its class files need
     */
    public record Compiled(Optional<String> spi, Optional<Integer> java) {}

    /**
     * A setting of accounts.
     *
     * @param type such as {@code url}
     * @param standard the value without one; empty if there is none
     */
    public record SettingFacts(String name, String type, boolean required, String standard) {}

    /**
     * A way to authenticate.
     *
     * @param name such as {@code api_key}
     * @param required the names of the credentials that it needs
     * @param optional the names of those that it can use
     */
    public record CredentialFacts(String name, List<String> required, List<String> optional) {
        public CredentialFacts {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }
    }

    /** The modules that these require and none of them is. */
    static List<String> required(Collection<ModuleFacts> modules) {
        return modules.stream()
                .flatMap(module -> module.requires().stream())
                .filter(requirement -> requirement.source() != ModuleFacts.Source.BUNDLE)
                .map(ModuleFacts.Requirement::module)
                .distinct()
                .sorted()
                .toList();
    }

    /** The version of the SPI that was there when that module was compiled. */
    static Optional<String> spi(Collection<ModuleFacts> modules, String module) {
        return modules.stream()
                .filter(facts -> facts.name().equals(module))
                .flatMap(facts -> facts.requires().stream())
                .filter(requirement -> requirement.module().equals(CORE))
                .flatMap(requirement -> requirement.version().stream())
                .findFirst();
    }
}
