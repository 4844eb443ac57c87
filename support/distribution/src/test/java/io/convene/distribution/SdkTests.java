package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Maven repository for authors of bundles, and the POMs that nothing else compares. */
class SdkTests {
    private static final Path ROOT = Path.of("../..");
    private static final Path SDK = Distribution.built().home().resolve("sdk");
    private static final Path BOM = ROOT.resolve("support/bom/pom.xml");
    private static final Path PARENT = ROOT.resolve("support/provider-parent/pom.xml");
    private static final Path OWN_PARENT = ROOT.resolve("support/parent/pom.xml");
    private static final Pattern PLUGIN =
            Pattern.compile(
                    "<artifactId>([a-z-]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void hasEachArtifactWithItsPom() throws Exception {
        for (String module : List.of("core", "launcher", "support/testing", "support/testkit")) {
            String artifact = "convene-" + Path.of(module).getFileName();
            String version = version(ROOT.resolve(module + "/pom.xml"), artifact);

            assertThat(file(artifact, version, ".jar")).exists();
            assertThat(file(artifact, version, ".pom"))
                    .content()
                    .contains("<version>" + version + "</version>")
                    .doesNotContain("<parent>", "<repositories>", "SNAPSHOT");
        }
    }

    @Test
    void hasTheParentAndTheBomAsTheyAre() throws Exception {
        String version = version(BOM, "convene-bom");

        assertThat(file("convene-bom", version, ".pom")).hasSameBinaryContentAs(BOM);
        assertThat(file("convene-provider-parent", version, ".pom")).hasSameBinaryContentAs(PARENT);
        assertThat(version(PARENT, "convene-bom")).isEqualTo(version);
    }

    @Test
    void hasEachFrozenVersionOfTheSpi() throws Exception {
        Path frozen = ROOT.resolve("support/api-baseline");
        String current = version(ROOT.resolve("core/pom.xml"), "convene-core");
        for (Path jar : files(frozen.resolve("io"), ".jar")) {
            Path published = SDK.resolve(frozen.relativize(jar));
            assertThat(published).exists();
            if (!jar.endsWith("convene-core-" + current + ".jar")) {
                assertThat(published).hasSameBinaryContentAs(jar);
            }
        }
    }

    @Test
    void hasChecksums() throws Exception {
        for (String ending : List.of(".jar", ".pom")) {
            for (Path file : files(SDK, ending)) {
                assertThat(Path.of(file + ".sha1")).hasContent(hash(file, "SHA-1"));
                assertThat(Path.of(file + ".sha256")).hasContent(hash(file, "SHA-256"));
            }
        }
    }

    @Test
    void theBomNamesTheVersionsOfTheModules() throws Exception {
        Map<String, String> modules =
                Map.of(
                        "convene.host.core.version", "core",
                        "convene.launcher.version", "launcher",
                        "convene.testing.version", "support/testing",
                        "convene.testkit.version", "support/testkit");
        for (Map.Entry<String, String> module : modules.entrySet()) {
            String artifact = "convene-" + Path.of(module.getValue()).getFileName();
            assertThat(value(BOM, module.getKey()))
                    .as("%s in support/bom/pom.xml", module.getKey())
                    .isEqualTo(version(ROOT.resolve(module.getValue() + "/pom.xml"), artifact));
        }
    }

    @Test
    void sharedValuesAreThoseOfOurOwnBuild() throws Exception {
        assertThat(value(BOM, "convene.junit.version"))
                .isEqualTo(value(OWN_PARENT, "junit.version"));
        assertThat(value(BOM, "convene.jsonp.version"))
                .isEqualTo(value(OWN_PARENT, "jsonp.version"));
        assertThat(value(BOM, "convene.jsonb.version"))
                .isEqualTo(value(OWN_PARENT, "jsonb.version"));
        assertThat(value(BOM, "convene.project.url"))
                .isEqualTo(value(OWN_PARENT, "convene.project.url"));
        Map<String, String> ours = plugins(OWN_PARENT);
        for (Path pom : List.of(BOM, PARENT)) {
            plugins(pom)
                    .forEach((plugin, version) ->
                            assertThat(ours.getOrDefault(plugin, version))
                                    .as("%s in %s", plugin, pom)
                                    .isEqualTo(version));
        }
    }

    private static Path file(String artifact, String version, String ending) {
        return SDK.resolve("io/convene/%s/%s".formatted(artifact, version))
                .resolve(artifact + "-" + version + ending);
    }

    private static String version(Path pom, String artifact) throws IOException {
        return first(
                pom, "<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>");
    }

    private static String value(Path pom, String property) throws IOException {
        return first(pom, "<%1$s>([^<]+)</%1$s>".formatted(property));
    }

    private static String first(Path pom, String expression) throws IOException {
        Matcher found = Pattern.compile(expression).matcher(Files.readString(pom));
        assertThat(found.find()).as("%s in %s", expression, pom).isTrue();
        return found.group(1);
    }

    private static Map<String, String> plugins(Path pom) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        PLUGIN.matcher(Files.readString(pom))
                .results()
                .forEach(plugin -> versions.put(plugin.group(1), plugin.group(2)));
        return versions;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).as("files %s in %s", ending, folder).isNotEmpty();
            return found;
        }
    }

    private static String hash(Path file, String algorithm) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
