package io.convene.launcher.providers.status;

/**
 * Everything that can be said about a bundle, under a code that never changes its meaning. 1xx is
 * about files, 2xx about a bundle's description of itself, 3xx about the SPI's version, 4xx about
 * modules, 5xx about ownership, 6xx about its running code, 7xx about unloading; 9xx are warnings,
 * with which a bundle is still served.
 */
public enum ProviderCode {
    NOT_A_FILE(
            "PRV-101",
            "An entry named like a jar is not a regular file.",
            "%1$s is not a regular file.",
            "Replace it by the jar itself."),
    TOO_LARGE(
            "PRV-102",
            "A bundle is larger than bundles may be.",
            "%1$s has %2$d bytes, more than the %3$d that a bundle may have.",
            "Leave out of the bundle everything that it does not need."),
    VANISHED(
            "PRV-103",
            "A file disappeared while it was read.",
            "%1$s disappeared while it was read.",
            "Reload once the files stay in place."),
    CHANGING(
            "PRV-104",
            "A file changed while it was copied.",
            "%1$s changed while it was copied.",
            "Write it under a name that begins with a dot, rename it when it is complete, then reload."),
    UNREADABLE(
            "PRV-105",
            "A file cannot be read or copied.",
            "%1$s cannot be copied into the work directory: %2$s.",
            "Let the launcher read the providers directory and write the work directory."),
    NOT_A_JAR(
            "PRV-106",
            "A file is not a jar, or its module-info is damaged.",
            "%1$s cannot be read as a jar: %2$s.",
            "Copy it again, or build it again."),
    EMPTY_FOLDER(
            "PRV-107",
            "A folder contains no jar.",
            "The folder %1$s contains no jar.",
            "Put the bundle's jar and its private dependencies directly into it, or remove it."),
    DANGLING_LINK(
            "PRV-108",
            "A symbolic link leads to nothing.",
            "%1$s is a symbolic link to %2$s, which does not exist or cannot be reached.",
            "Correct the link, or remove it."),
    MISNAMED_JAR(
            "PRV-109",
            "A jar's name does not end with .jar in lower case.",
            "%1$s is not read, because its name does not end with .jar in lower case.",
            "Rename it to %2$s."),
    OTHER_ARCHIVE(
            "PRV-110",
            "An archive is not a jar.",
            "%1$s is not read: a bundle is a jar, or a folder with its jar and its private dependencies.",
            "Put the jar itself here, unpacked from the archive if it is in one."),
    EMPTY_FILE(
            "PRV-111",
            "A jar has no bytes.",
            "%1$s is empty, it has 0 bytes.",
            "Copy it again: the copy was interrupted, or the disk was full."),
    NO_PERMISSION(
            "PRV-112",
            "The operating system does not let Convene read a file.",
            "%1$s cannot be read: the operating system denies it.",
            "Let the user that runs Convene read it, for example with chmod a+rX."),
    UNUSABLE_NAME(
            "PRV-113",
            "A name cannot be written in the JVM's encoding of file names.",
            "The name of %1$s, or of the work directory, cannot be used with file names in %2$s.",
            "Start Convene in a UTF-8 locale, such as LC_ALL=C.UTF-8, or use names in ASCII."),
    NO_MODULE_NAME(
            "PRV-114",
            "A dependency without module-info has a name that cannot become a module's.",
            "%1$s has no module-info, and no module name can be made of its file name or its manifest: %2$s.",
            "Rename the file, for example to %3$s, or put Automatic-Module-Name: <a Java name> into its manifest."),

    NO_PROVIDER_JSON(
            "PRV-201",
            "No jar of the bundle carries META-INF/convene/provider.json.",
            "%1$s carries no META-INF/convene/provider.json.",
            "Add the file with {\"id\":\"<integration>\"}; jars that are not bundles belong into a bundle's folder."),
    MANY_PROVIDER_JSON(
            "PRV-202",
            "More than one jar of a folder carries META-INF/convene/provider.json.",
            "In the folder %1$s both %2$s and %3$s carry META-INF/convene/provider.json.",
            "Give each bundle a folder of its own."),
    BAD_PROVIDER_JSON(
            "PRV-203",
            "META-INF/convene/provider.json cannot be used.",
            "META-INF/convene/provider.json of %1$s %2$s.",
            "Write it as {\"id\":\"<integration>\"}."),
    BAD_ID(
            "PRV-204",
            "The id is not made of lower-case letters, digits and hyphens.",
            "%1$s has the id '%2$s'.",
            "Use lower-case letters, digits and single hyphens, at most 64, beginning with a letter."),
    NO_MODULE_INFO(
            "PRV-205",
            "The bundle's jar is not an explicit module.",
            "%1$s has no module-info.",
            "Add a module-info.java that requires io.convene.core and provides io.convene.core.spi.AtsProvider."),
    NO_PROVIDES(
            "PRV-206",
            "The module provides no AtsProvider.",
            "Module %1$s does not provide io.convene.core.spi.AtsProvider in its module-info.",
            "Add: provides io.convene.core.spi.AtsProvider with <the provider's class>."),
    MANY_PROVIDERS(
            "PRV-207",
            "The bundle provides more than one AtsProvider.",
            "%1$s provides %2$d implementations of io.convene.core.spi.AtsProvider: %3$s.",
            "Provide one and put the others into bundles of their own."),
    BAD_VERSION(
            "PRV-208",
            "The bundle's version is missing or not SemVer.",
            "%1$s has the version '%2$s', which is not SemVer.",
            "Compile with --module-version 1.2.3, or put Implementation-Version: 1.2.3 into the manifest."),

    SPI_UNKNOWN(
            "PRV-301",
            "Nothing says which version of the SPI the bundle was built for.",
            "%1$s does not say which version of io.convene.core it was compiled against.",
            "Compile against the published convene-core jar, or put Spi-Range: [1.0,2.0) into the manifest."),
    SPI_TOO_NEW(
            "PRV-302",
            "The bundle was built for a newer SPI than the host's.",
            "%1$s needs the SPI %2$s; this host has %3$s.",
            "Install a newer Convene, or an older version of the bundle."),
    SPI_TOO_OLD(
            "PRV-303",
            "The bundle was built for an SPI that the host no longer has.",
            "%1$s needs the SPI %2$s; this host has %3$s.",
            "Install a newer version of the bundle."),

    FORBIDDEN_REQUIRES(
            "PRV-401",
            "A module of the bundle requires one that bundles may not use.",
            "Module %1$s requires %2$s, which bundles may not use.",
            "Remove the requirement: calls to the vendor, time and threads belong to the host. Allowed are %3$s"
                    + " and the jars in the bundle's own folder."),
    MISSING_MODULE(
            "PRV-402",
            "A module of the bundle requires one that is nowhere to be found.",
            "Module %1$s requires %2$s, which is neither in the bundle nor in the host.",
            "Make the bundle a folder and put the jar of %2$s next to its own."),
    PACKAGE_CLASH(
            "PRV-403",
            "Two modules that see each other have the same package.",
            "Modules %1$s and %2$s both have the package %3$s.",
            "Rename or leave out one of them; packages of the host must not be copied into a bundle."),
    UNRESOLVABLE(
            "PRV-404",
            "The bundle's modules do not fit together.",
            "The modules of %1$s do not fit together: %2$s.",
            "Correct the module-info or the jars in the bundle's folder."),

    FOREIGN_OWNER(
            "PRV-501",
            "The integration belongs to another module.",
            "Module %1$s claims the id %2$s, which belongs to module %3$s.",
            "Remove it; if it shall take over, set providers.owners: {%2$s: %1$s}."),
    OWNER_UNDECIDED(
            "PRV-502",
            "Several modules claim an integration that has no owner yet.",
            "The id %1$s is claimed by the modules %2$s, and none of them owns it yet.",
            "Remove all but one, or set providers.owners: {%1$s: <module>}."),
    DUPLICATE(
            "PRV-503",
            "The same version of a bundle is there twice.",
            "%1$s is %2$s %3$s like %4$s.",
            "Remove one of them."),
    TAMPERED(
            "PRV-504",
            "The bundle's bytes are not those pinned in providers.lock.",
            "%1$s has the sha-256 %2$s; providers.lock pins %3$s %4$s to %5$s.",
            "Restore the original; if the change is wanted, pin it again in providers.lock."),
    BROKEN_LOCK(
            "PRV-505",
            "providers.lock cannot be read, so the integration's owner is unknown.",
            "Who owns the id %1$s is unknown, because %2$s.",
            "Repair or remove the line, or set providers.owners: {%1$s: %3$s}."),

    LOAD_FAILED(
            "PRV-601",
            "The provider could not be created.",
            "The provider of %1$s could not be created: %2$s.",
            "Report it to the bundle's author; the host's version or a missing class is the usual cause."),
    DESCRIPTOR_FAILED(
            "PRV-602",
            "The provider's descriptor cannot be used.",
            "The descriptor of %1$s cannot be used: %2$s.",
            "Report it to the bundle's author."),
    NO_HOSTS(
            "PRV-603",
            "The descriptor names no host.",
            "The descriptor of %1$s names no host, so no request could be sent.",
            "Name the vendor's hosts with ProviderDescriptor.Builder.host."),
    BAD_HOST(
            "PRV-604",
            "The descriptor names a host that is none.",
            "The descriptor of %1$s names the host '%2$s'.",
            "Write api.example.com, or *.example.com for all below it: lower case, no scheme, port, path or address."),
    START_TIMED_OUT(
            "PRV-605",
            "The provider did not start in time.",
            "The provider of %1$s did not start within %2$d ms.",
            "Report it to the bundle's author: a constructor must not wait for anything."),

    NO_AUTHENTICATION(
            "PRV-606",
            "The descriptor declares no way to authenticate.",
            "The descriptor of %1$s declares no way to authenticate, so no account could be let in.",
            "Declare one with ProviderDescriptor.Builder.authentication."),
    INTERVIEWS_FAILED(
            "PRV-607",
            "The provider's interviews() cannot be used.",
            "The method interviews() of %1$s cannot be used: %2$s.",
            "Report it to the bundle's author: it must return a Listing, or Optional.empty() where there are no interviews."),
    SUPPORT_FAILED(
            "PRV-608",
            "The listing's support() cannot be used under the default settings.",
            "The method support() of %1$s cannot be used under the default settings: %2$s.",
            "Report it to the bundle's author: it must say which filters and fields there are for any settings, also when an account sets none."),
    QUARANTINED(
            "PRV-609",
            "The bundle did not return within the deadline several times and is not called for a while.",
            "%1$s is not called, because %2$s.",
            "Report it to the bundle's author with the stack in the log. It is called again a minute after the last overrun, once all its threads have returned; a restart or another version of the bundle ends the quarantine at once."),

    LEAKED(
            "PRV-701",
            "An unloaded bundle's classes are still held.",
            "The classes of %1$s are still held after it was let go.",
            "Report it to the bundle's author: threads, timers and thread-locals are the usual cause."),

    HIDDEN_COPY(
            "PRV-901",
            "The bundle carries a copy of a module that the host offers; the host's is used.",
            "%1$s carries a copy of %2$s, which is not used: the host's own is.",
            "Leave it out of the bundle."),
    AUTOMATIC_MODULE(
            "PRV-902",
            "The bundle carries an automatic module, which sees all modules of the host.",
            "%1$s carries the automatic module %2$s, which sees all modules of the host.",
            "Use a version of it that has a module-info.");

    private final String code;
    private final String description;
    private final String reason;
    private final String fix;

    ProviderCode(String code, String description, String reason, String fix) {
        this.code = code;
        this.description = description;
        this.reason = reason;
        this.fix = fix;
    }

    /** The code, such as {@code PRV-401}. */
    public String code() {
        return code;
    }

    /** Its meaning, in one sentence that names no bundle. */
    public String description() {
        return description;
    }

    /** The remedy, in one sentence; places for names are written {@code %1$s}. */
    public String fix() {
        return fix;
    }

    /** Whether a bundle is served all the same. */
    public boolean isWarning() {
        return this == HIDDEN_COPY || this == AUTOMATIC_MODULE;
    }

    /** Where a bundle ends with this code: its own code failed, or the host does not want it. */
    ProviderState state() {
        if (this == LEAKED) {
            return ProviderState.LEAKED;
        }
        if (this == QUARANTINED) {
            return ProviderState.QUARANTINED;
        }
        return switch (this) {
            case LOAD_FAILED,
                    DESCRIPTOR_FAILED,
                    START_TIMED_OUT,
                    INTERVIEWS_FAILED,
                    SUPPORT_FAILED ->
                    ProviderState.FAILED;
            default -> ProviderState.REJECTED;
        };
    }

    public Finding about(Object... subjects) {
        return new Finding(this, reason.formatted(subjects), fix.formatted(subjects));
    }

    public Refusal refusal(Object... subjects) {
        return new Refusal(about(subjects));
    }
}
