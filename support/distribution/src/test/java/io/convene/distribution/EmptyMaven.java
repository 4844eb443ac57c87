package io.convene.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Maven with an empty local repository, as on the machine of somebody who never built Convene. It
 * needs no network: plugins and libraries come from the local repository of the running build, and
 * from Maven Central only what is not there yet.
 *
 * @param settings the global settings; those of the user apply, too
 * @param local the local repository, empty at first
 */
record EmptyMaven(Path settings, Path local) {
    private static final Path OUTER = Path.of(System.getProperty("maven.local"));

    /** Settings in that folder, which also name the repository of a distribution for authors. */
    static EmptyMaven in(Path folder, Path sdk) throws IOException {
        return with(folder, repository("convene-sdk", sdk));
    }

    /** Settings in that folder. The project has to name the repository for authors. */
    static EmptyMaven in(Path folder) throws IOException {
        return with(folder, "");
    }

    private static EmptyMaven with(Path folder, String repository) throws IOException {
        String repositories = repository + repository("running-build", OUTER);
        String settings =
                """
                <settings>
                  %s
                  <profiles>
                    <profile>
                      <id>convene</id>
                      <repositories>%s</repositories>
                      <pluginRepositories>%s</pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>convene</activeProfile>
                  </activeProfiles>
                </settings>
                """
                        .formatted(
                                mirror(),
                                repositories,
                                repositories.replace("repository>", "pluginRepository>"));
        return new EmptyMaven(
                Files.writeString(folder.resolve("settings.xml"), settings),
                folder.resolve("local-repository"));
    }

    /** The command of the Maven that runs these tests. */
    static String command() {
        return Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    }

    /** The options for Maven. */
    List<String> options() {
        return List.of("-gs", settings.toString(), "-Dmaven.repo.local=" + local);
    }

    private static String repository(String id, Path folder) {
        return """
        <repository>
          <id>%s</id>
          <url>%s</url>
          <releases><checksumPolicy>ignore</checksumPolicy></releases>
        </repository>
        """
                .formatted(id, folder.toUri());
    }

    // Maven's own option for working offline would leave out plugins that claim to need a network.
    private static String mirror() {
        if (System.getProperty("maven.network").equals("offline=false")) {
            return "";
        }
        return """
        <mirrors>
          <mirror>
            <id>offline</id>
            <mirrorOf>external:*</mirrorOf>
            <url>%s</url>
          </mirror>
        </mirrors>
        """
                .formatted(OUTER.toUri());
    }
}
