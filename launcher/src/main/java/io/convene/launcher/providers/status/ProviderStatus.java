package io.convene.launcher.providers.status;

import java.util.List;
import java.util.Optional;

/**
 * The state of one bundle.
 *
 * @param bundle the name of its jar or folder
 * @param identity its description of itself
 * @param declared what its descriptor says, once it was loaded
 * @param contents its bytes and modules
 * @param findings everything that is wrong with it, the reason why it is not served first, then the
 *     warnings
 */
public record ProviderStatus(
        String bundle,
        Identity identity,
        ProviderState state,
        Declared declared,
        Contents contents,
        List<Finding> findings) {
    public ProviderStatus {
        findings = List.copyOf(findings);
    }

    /**
     * A bundle's description of itself, as far as it could be read.
     *
     * @param id the integration
     * @param version the version as written
     * @param module the name of its module
     * @param spi the versions of the SPI it works with
     * @param tier the author's claim, while it fits the bundle's files
     */
    public record Identity(
            Optional<String> id,
            Optional<String> version,
            Optional<String> module,
            Optional<String> spi,
            Optional<QualityClaim> tier) {}

    /**
     * The part of a bundle's descriptor that operators see.
     *
     * @param hosts the hosts it may call
     * @param documentation the vendor's page that explains how to create the credentials
     * @param settings the settings of its accounts
     * @param credentials the ways in which its accounts authenticate
     */
    public record Declared(
            List<String> hosts,
            Optional<String> documentation,
            List<ProviderSheet.SettingFacts> settings,
            List<ProviderSheet.CredentialFacts> credentials) {
        static final Declared NOTHING =
                new Declared(List.of(), Optional.empty(), List.of(), List.of());

        public Declared {
            hosts = List.copyOf(hosts);
            settings = List.copyOf(settings);
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * The bytes and modules of a bundle, as far as they could be read.
     *
     * @param sha256 the hash of its jar, or of the listing of its folder
     * @param java the release of Java that its class files need
     * @param signers the names of those who signed it, if that was checked
     * @param modules its modules, by name
     */
    public record Contents(
            Optional<String> sha256,
            Optional<Integer> java,
            List<String> signers,
            List<ModuleFacts> modules) {
        public Contents {
            signers = List.copyOf(signers);
            modules = List.copyOf(modules);
        }
    }

    /** The integration, once it could be read. */
    public Optional<String> id() {
        return identity.id();
    }

    /** The version as written. */
    public Optional<String> version() {
        return identity.version();
    }

    /** The name of its module. */
    public Optional<String> module() {
        return identity.module();
    }

    /** The versions of the SPI it works with. */
    public Optional<String> spi() {
        return identity.spi();
    }

    /** The author's claim, while it fits the bundle's files. */
    public Optional<QualityClaim> tier() {
        return identity.tier();
    }

    /** The hosts it may call. */
    public List<String> hosts() {
        return declared.hosts();
    }

    /** The vendor's page that explains how to create the credentials. */
    public Optional<String> documentation() {
        return declared.documentation();
    }

    /** What an operator wants to know before trusting it. */
    public ProviderSheet sheet() {
        return new ProviderSheet(
                ProviderSheet.required(contents.modules()),
                new ProviderSheet.Compiled(
                        module().flatMap(name -> ProviderSheet.spi(contents.modules(), name)),
                        contents.java()),
                contents.signers(),
                declared.settings(),
                declared.credentials());
    }

    /** Why it is not served, or the first warning although it is. */
    public Optional<Finding> found() {
        return findings.stream().findFirst();
    }

    /** The code of the first finding. */
    public Optional<ProviderCode> code() {
        return found().map(Finding::code);
    }

    /** The first finding in one sentence about this bundle. */
    public Optional<String> reason() {
        return found().map(Finding::reason);
    }

    /** Its remedy in one sentence. */
    public Optional<String> fix() {
        return found().map(Finding::fix);
    }
}
