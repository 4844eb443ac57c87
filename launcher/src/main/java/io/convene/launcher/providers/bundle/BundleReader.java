package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.bundle.Bundle.BundleIdentity;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.Findings;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.trust.TrustCheck;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and checks a bundle's copy with none of its code running. A check that fails does not keep
 * the others from being made, unless they need its result.
 */
public final class BundleReader {
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
     * @throws Refusal with everything that is wrong
     */
    public Bundle read(BundleCopy copy, BundleRecord record) {
        Findings findings = new Findings();
        List<BundleJar> jars = jars(copy, findings);
        boolean complete = findings.isEmpty();
        SelfDescription self = description(copy, jars, findings);
        record.compiledFor(self.main().java());
        Optional<BundleIdentity> identity = identity(self, record, findings);
        Optional<BundleModules> modules =
                findings.collect(() -> BundleModules.of(copy.name(), self.main(), jars, host));
        record.consistsOf(new ModuleReport(rules).of(jars, modules));
        if (complete) {
            modules.ifPresent(found -> findings.check(() -> rules.check(found)));
            findings.check(() -> trust.check(copy.jars(), record));
        }
        findings.throwIfAny();
        BundleModules sound = modules.orElseThrow();
        sound.warnings().forEach(record::warned);
        ClaimReader.read(copy, self.main(), record);
        return new Bundle(record, copy, identity.orElseThrow(), sound);
    }

    private static List<BundleJar> jars(BundleCopy copy, Findings findings) {
        List<BundleJar> jars = new ArrayList<>();
        for (Path jar : copy.jars()) {
            findings.collect(() -> BundleJar.read(jar)).ifPresent(jars::add);
        }
        return jars;
    }

    /** The description; a jar that cannot be read may have been the one that carries it. */
    private static SelfDescription description(
            BundleCopy copy, List<BundleJar> jars, Findings findings) {
        if (jars.stream().allMatch(jar -> jar.providerJson().isEmpty())) {
            findings.throwIfAny();
        }
        return findings.collect(() -> SelfDescription.of(copy.name(), jars))
                .orElseThrow(findings::refusal);
    }

    private Optional<BundleIdentity> identity(
            SelfDescription self, BundleRecord record, Findings findings) {
        Optional<String> id = findings.collect(self::id);
        id.ifPresent(record::identified);
        Optional<ModuleDescriptor> module = findings.collect(self::module);
        module.map(ModuleDescriptor::name).ifPresent(record::ofModule);
        record.versioned(self.versionText());
        Optional<SemanticVersion> version = findings.collect(self::version);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        findings.check(() -> SelfDescription.checkProvides(module.get()));
        Optional<VersionRange> spi = findings.collect(self::spi);
        spi.map(VersionRange::toString).ifPresent(record::builtFor);
        spi.ifPresent(range -> findings.check(() -> checkSpi(self.bundle(), range)));
        if (id.isEmpty() || version.isEmpty() || spi.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new BundleIdentity(id.get(), module.get().name(), version.get(), spi.get()));
    }

    private void checkSpi(String bundle, VersionRange spi) {
        if (!spi.contains(hostSpi)) {
            ProviderCode code =
                    spi.isAbove(hostSpi) ? ProviderCode.SPI_TOO_NEW : ProviderCode.SPI_TOO_OLD;
            throw code.refusal(bundle, spi, hostSpi);
        }
    }
}
