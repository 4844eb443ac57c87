package io.convene.launcher.providers.status;

import java.util.List;
import java.util.Optional;

/**
 * One module of a bundle, as text: evidence for those who look for a fault.
 *
 * @param jar the name of its jar
 * @param name the name of the module
 * @param version its version as written
 * @param requires the modules that it requires, by name
 */
public record ModuleFacts(
        String jar, String name, Optional<String> version, List<Requirement> requires) {
    public ModuleFacts {
        requires = List.copyOf(requires);
    }

    /**
     * A module that another one requires.
     *
     * @param module the name of the required module
     * @param version the version that was there when the other one was compiled
     * @param source where the module comes from
     */
    public record Requirement(String module, Optional<String> version, Source source) {}

    /** Where a required module comes from. */
    public enum Source {
        /** It is one of the bundle's own. */
        BUNDLE,
        /** The host shares it with bundles. */
        HOST,
        /** It is the host's own, and bundles may not use it. */
        FORBIDDEN,
        /** Neither the bundle nor the host has it. */
        MISSING,
        /** Nobody has it, and it is needed for compiling only. */
        OPTIONAL
    }
}
