package io.convene.launcher.cli.author;

import java.util.Locale;

/** The tool that builds a project. */
public enum BuildTool {
    /** With {@code convene-provider-parent}. */
    MAVEN,
    /** With scripts in Kotlin. */
    GRADLE;

    /** The folder of its templates, and its name in the list of files. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
