package io.convene.launcher.providers.bundle;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.spi.AtsProvider;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.trust.TrustCheck;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and checks a bundle's copy with none of its code running. */
public final class BundleReader {
    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION_IN_NAME = Pattern.compile("-(\\d.*?)(\\.jar)?$");

    private final HostModules host;
    private final SemanticVersion hostSpi;
    private final ModuleRules rules;
    private final TrustCheck trust;

    public BundleReader(HostModules host, SemanticVersion hostSpi, TrustCheck trust) {
        this.host = host;
        this.hostSpi = hostSpi;
        this.rules = new ModuleRules(host);
        this.trust = trust;
    }

    /**
     * Reads a bundle, and notes its details in its record on the way.
     *
     * @throws Refusal with the first thing that is wrong
     */
    public Bundle read(BundleCopy copy, BundleRecord record) {
        List<BundleJar> jars = copy.jars().stream().map(BundleJar::read).toList();
        BundleJar main = main(copy, jars);
        String id = id(main);
        record.identified(id);
        ModuleDescriptor module = main.module().descriptor();
        if (module.isAutomatic()) {
            throw ProviderCode.NO_MODULE_INFO.refusal(main.name());
        }
        record.ofModule(module.name());
        SemanticVersion version = version(copy, main, record);
        checkProvides(module);
        VersionRange spi = spi(main);
        record.builtFor(spi.toString());
        checkSpi(copy.name(), spi);
        BundleModules modules = BundleModules.of(copy.name(), main, jars, host);
        rules.check(modules);
        modules.warnings().forEach(record::warned);
        trust.check(copy.jars(), record);
        ClaimReader.read(copy, main, record);
        return new Bundle(
                record, copy, new Bundle.BundleIdentity(id, module.name(), version, spi), modules);
    }

    private static BundleJar main(BundleCopy copy, List<BundleJar> jars) {
        List<BundleJar> marked =
                jars.stream().filter(jar -> jar.providerJson().isPresent()).toList();
        if (marked.isEmpty()) {
            throw ProviderCode.NO_PROVIDER_JSON.refusal(copy.name());
        }
        if (marked.size() > 1) {
            throw ProviderCode.MANY_PROVIDER_JSON.refusal(
                    copy.name(), marked.get(0).name(), marked.get(1).name());
        }
        return marked.get(0);
    }

    private static String id(BundleJar main) {
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

    private static SemanticVersion version(BundleCopy copy, BundleJar main, BundleRecord record) {
        Matcher inName = VERSION_IN_NAME.matcher(copy.name());
        String text =
                main.module()
                        .descriptor()
                        .rawVersion()
                        .or(main::implementationVersion)
                        .or(() -> inName.find() ? Optional.of(inName.group(1)) : Optional.empty())
                        .orElse("");
        record.versioned(text);
        return SemanticVersion.find(text)
                .orElseThrow(() -> ProviderCode.BAD_VERSION.refusal(copy.name(), text));
    }

    private static void checkProvides(ModuleDescriptor module) {
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

    private static VersionRange spi(BundleJar main) {
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

    private void checkSpi(String bundle, VersionRange spi) {
        if (!spi.contains(hostSpi)) {
            ProviderCode code =
                    spi.isAbove(hostSpi) ? ProviderCode.SPI_TOO_NEW : ProviderCode.SPI_TOO_OLD;
            throw code.refusal(bundle, spi, hostSpi);
        }
    }
}
