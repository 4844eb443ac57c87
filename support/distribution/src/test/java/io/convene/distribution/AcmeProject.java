package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The bundle of the guide as a project outside this repository, with a private dependency.
 *
 * @param folder the root of the project
 */
record AcmeProject(Path folder) {
    private static final Path GUIDE = Path.of("../testkit/src/test");
    private static final String PRIVATE_DEPENDENCY =
            """
              <dependencies>
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId>
                  <artifactId>jackson-core</artifactId>
                  <version>2.22.0</version>
                </dependency>
              </dependencies>
            """;
    private static final String KIT =
            """
            package com.acme;

            import io.convene.testkit.BundleFiles;
            import io.convene.testkit.ConformanceKit;
            import io.convene.testkit.TestVendor;
            import java.nio.file.Path;

            class AcmeConformanceIT extends ConformanceKit {
                @Override
                protected Path bundle() {
                    return BundleFiles.in(Path.of("target"));
                }

                @Override
                protected TestVendor vendor() {
                    return new AcmeVendor();
                }
            }
            """;

    /** Writes it into that folder. */
    static AcmeProject writtenTo(Path folder) throws IOException {
        AcmeProject project = new AcmeProject(folder);
        project.write("pom.xml", pom());
        project.write("src/main/resources/META-INF/convene/provider.json", "{\"id\": \"acme\"}");
        project.write("src/main/java/module-info.java", guide("resources/acme/module-info.java"));
        for (String name : List.of("AcmeProvider", "AcmeInterviews", "Users")) {
            project.write(
                    "src/main/java/com/acme/convene/%s.java".formatted(name),
                    guide("resources/acme/%s.java".formatted(name)));
        }
        project.write(
                "src/test/java/com/acme/AcmeVendor.java", guide("java/com/acme/AcmeVendor.java"));
        project.write("src/test/java/com/acme/AcmeConformanceIT.java", KIT);
        project.edit(
                "src/main/java/module-info.java",
                "requires io.convene.core;",
                "requires io.convene.core; requires com.fasterxml.jackson.core;");
        project.edit(
                "src/main/java/com/acme/convene/AcmeProvider.java",
                "public AcmeProvider() {}",
                "public AcmeProvider() { com.fasterxml.jackson.core.Version.unknownVersion(); }");
        return project;
    }

    /** The same bundle without its private dependency. */
    void dropThePrivateDependency() throws IOException {
        edit("pom.xml", PRIVATE_DEPENDENCY, "");
        edit("src/main/java/module-info.java", "requires com.fasterxml.jackson.core;", "");
        edit(
                "src/main/java/com/acme/convene/AcmeProvider.java",
                "com.fasterxml.jackson.core.Version.unknownVersion();",
                "");
    }

    /** Builds with another POM. */
    void usePom(String text) throws IOException {
        write("pom.xml", text);
    }

    /** Replaces a text that must be in that file. */
    void edit(String file, String old, String replacement) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        write(file, text.replace(old, replacement));
    }

    /** Runs Maven, which finds nothing on this machine but the distribution's repository. */
    Outcome maven(EmptyMaven maven, String... goals) throws IOException, InterruptedException {
        Shell shell = new Shell(folder, Map.of("JAVA_HOME", System.getProperty("java.home")));
        List<String> command =
                Shell.words(List.of(EmptyMaven.command(), "-B", "-ntp"), maven.options());
        command.addAll(List.of(goals));
        return shell.run(command);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static String guide(String file) throws IOException {
        return Files.readString(GUIDE.resolve(file));
    }

    private static String pom() {
        return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>io.convene</groupId>
            <artifactId>convene-provider-parent</artifactId>
            <version>0.1.0</version>
            <relativePath/>
          </parent>
          <groupId>com.acme</groupId>
          <artifactId>convene-provider-acme</artifactId>
          <version>3.2.1</version>

          <properties>
            <convene.id>acme</convene.id>
          </properties>

        %s</project>
        """
                .formatted(PRIVATE_DEPENDENCY);
    }
}
