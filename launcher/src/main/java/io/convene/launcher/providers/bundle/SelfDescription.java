package io.convene.launcher.providers.bundle;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.spi.AtsProvider;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a bundle's description of itself, each of which may be wrong on its own.
 *
 * @param bundle the name of the bundle's jar or folder
 * @param main the jar that carries the description
 */
record SelfDescription(String bundle, BundleJar main) {
    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION_IN_NAME = Pattern.compile("-(\\d.*?)(\\.jar)?$");

    /**
     * Finds the jar that carries the description.
     *
     * @throws Refusal when there is none, or more than one
     */
    static SelfDescription of(String bundle, List<BundleJar> jars) {
        List<BundleJar> marked =
                jars.stream().filter(jar -> jar.providerJson().isPresent()).toList();
        if (marked.isEmpty()) {
            throw ProviderCode.NO_PROVIDER_JSON.refusal(bundle);
        }
        if (marked.size() > 1) {
            throw ProviderCode.MANY_PROVIDER_JSON.refusal(
                    bundle, marked.get(0).name(), marked.get(1).name());
        }
        return new SelfDescription(bundle, marked.getFirst());
    }

    /**
     * The integration.
     *
     * @throws Refusal when it cannot be read, or is no id
     */
    String id() {
        byte[] json = main.providerJson().orElseThrow();
        if (json.length > BundleJar.MAX_PROVIDER_JSON) {
            throw ProviderCode.BAD_PROVIDER_JSON.refusal(
                    main.name(), "is longer than " + BundleJar.MAX_PROVIDER_JSON + " bytes");
        }
        String id;
        try {
            id =
                    Item.parse(json)
                            .text("id")
                            .optional()
                            .orElseThrow(() ->
                                    ProviderCode.BAD_PROVIDER_JSON.refusal(
                                            main.name(), "has no id"));
        } catch (JsonException e) {
            throw ProviderCode.BAD_PROVIDER_JSON.refusal(
                    main.name(), "is not JSON: " + e.getMessage());
        }
        if (!ID.matcher(id).matches()) {
            throw ProviderCode.BAD_ID.refusal(main.name(), id);
        }
        return id;
    }

    /**
     * The bundle's own module.
     *
     * @throws Refusal when the jar has no module-info
     */
    ModuleDescriptor module() {
        ModuleDescriptor module = main.module().descriptor();
        if (module.isAutomatic()) {
            throw ProviderCode.NO_MODULE_INFO.refusal(main.name());
        }
        return module;
    }

    /** The version as written: in the module, else in the manifest, else in the bundle's name. */
    String versionText() {
        Matcher inName = VERSION_IN_NAME.matcher(bundle);
        return main.module()
                .descriptor()
                .rawVersion()
                .or(main::implementationVersion)
                .or(() -> inName.find() ? Optional.of(inName.group(1)) : Optional.empty())
                .orElse("");
    }

    /**
     * The version.
     *
     * @throws Refusal when it is missing or not SemVer
     */
    SemanticVersion version() {
        String text = versionText();
        return SemanticVersion.find(text)
                .orElseThrow(() -> ProviderCode.BAD_VERSION.refusal(bundle, text));
    }

    /**
     * Checks that a module provides one provider.
     *
     * @throws Refusal when it provides none, or several
     */
    static void checkProvides(ModuleDescriptor module) {
        List<String> providers =
                module.provides().stream()
                        .filter(provides -> provides.service().equals(AtsProvider.class.getName()))
                        .map(Provides::providers)
                        .findFirst()
                        .orElse(List.of());
        if (providers.isEmpty()) {
            throw ProviderCode.NO_PROVIDES.refusal(module.name());
        }
        if (providers.size() > 1) {
            throw ProviderCode.MANY_PROVIDERS.refusal(
                    module.name(), providers.size(), String.join(", ", providers));
        }
    }

    /**
     * The versions of the SPI that the bundle works with.
     *
     * @throws Refusal when nothing says so
     */
    VersionRange spi() {
        Optional<SemanticVersion> compiled =
                main.module().descriptor().requires().stream()
                        .filter(requires -> requires.name().equals(HostModules.CORE))
                        .findFirst()
                        .flatMap(Requires::rawCompiledVersion)
                        .flatMap(SemanticVersion::find);
        if (compiled.isPresent()) {
            return VersionRange.compatibleWith(compiled.get());
        }
        try {
            return main.spiRange()
                    .map(VersionRange::parse)
                    .orElseThrow(() -> ProviderCode.SPI_UNKNOWN.refusal(main.name()));
        } catch (IllegalArgumentException e) {
            throw ProviderCode.SPI_UNKNOWN.refusal(main.name());
        }
    }
}
