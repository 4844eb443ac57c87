package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What our own build demands of code, for a project outside this repository. */
final class OwnChecks {
    /** Compiles with every warning as an error, and checks the format. */
    static final String[] GOALS = {"test-compile", "spotless:check"};

    private static final String CHECKS =
            """
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <configuration>
                      <failOnWarning>true</failOnWarning>
                      <compilerArgs>
                        <arg>-Xlint:all</arg>
                      </compilerArgs>
                    </configuration>
                  </plugin>
            %s
                </plugins>
              </build>
            </project>
            """;

    private OwnChecks() {}

    /** Adds what the goals need. */
    static void addTo(GeneratedProject project) throws IOException {
        project.edit("</project>\n", CHECKS.formatted(formatter()));
        Path options = project.folder().resolve(".mvn/jvm.config");
        Files.createDirectories(options.getParent());
        Files.copy(Path.of("../../.mvn/jvm.config"), options);
    }

    /** The formatter of our own build, with its configuration. */
    private static String formatter() throws IOException {
        String parent = Files.readString(Path.of("../parent/pom.xml"));
        Matcher version =
                Pattern.compile(
                                "<artifactId>spotless-maven-plugin</artifactId>\\s*<version>([^<]+)")
                        .matcher(parent);
        Matcher configuration =
                Pattern.compile(
                                "spotless-maven-plugin</artifactId>\\s*(<configuration>.*?</configuration>)",
                                Pattern.DOTALL)
                        .matcher(parent);
        assertThat(version.find() && configuration.find()).isTrue();
        return """
        <plugin>
          <groupId>com.diffplug.spotless</groupId>
          <artifactId>spotless-maven-plugin</artifactId>
          <version>%s</version>
          %s
        </plugin>
        """
                .formatted(version.group(1), configuration.group(1));
    }
}
