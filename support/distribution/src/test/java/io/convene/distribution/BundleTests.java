package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Every bundle is next to the image, and each module requires only modules that it may require. */
class BundleTests {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    /** The modules that the host shares with bundles. */
    private static final Set<String> ALLOWED_TO_BUNDLES =
            Set.of(
                    "java.base",
                    "java.logging",
                    "java.xml",
                    "jakarta.json",
                    "jakarta.json.bind",
                    "io.convene.core");

    private static final Set<String> ALLOWED_TO_CORE = Set.of("java.base");

    @Test
    void everyProviderFolderHasABundleHere() throws IOException {
        Path providers = Distribution.built().home().resolve("providers");
        for (Path folder : providerFolders()) {
            for (Path jar : jars(folder)) {
                assertThat(providers.resolve(jar.getFileName())).hasSameBinaryContentAs(jar);
            }
        }
    }

    @Test
    void everyBundleIsNamedByItsIdAndVersion() throws IOException {
        for (Path bundle : Distribution.built().bundles()) {
            ModuleDescriptor module = module(bundle);
            String version = module.rawVersion().orElseThrow();

            assertThat(bundle.getFileName()).hasToString(id(bundle) + "-" + version + ".jar");
        }
    }

    @Test
    void aBundleRequiresNothingButWhatTheHostShares() throws IOException {
        for (Path bundle : Distribution.built().bundles()) {
            assertThat(ALLOWED_TO_BUNDLES)
                    .as("what %s may require", bundle.getFileName())
                    .containsAll(required(module(bundle)));
        }
    }

    @Test
    void coreRequiresNothingButTheJdkAndJson() throws IOException {
        for (Path core : jars(ROOT.resolve("core"))) {
            assertThat(ALLOWED_TO_CORE)
                    .as("what %s may require", core.getFileName())
                    .containsAll(required(module(core)));
        }
    }

    /** The modules that a module needs at run time. */
    private static Set<String> required(ModuleDescriptor module) {
        Set<String> names = new TreeSet<>();
        for (Requires requires : module.requires()) {
            if (!requires.modifiers().contains(Requires.Modifier.STATIC)) {
                names.add(requires.name());
            }
        }
        return names;
    }

    private static ModuleDescriptor module(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    }

    private static String id(Path bundle) throws IOException {
        try (ZipFile jar = new ZipFile(bundle.toFile())) {
            ZipEntry description = jar.getEntry("META-INF/convene/provider.json");
            assertThat(description).as("provider.json of %s", bundle).isNotNull();
            Matcher id = ID.matcher(new String(jar.getInputStream(description).readAllBytes()));
            assertThat(id.find()).as("an id in provider.json of %s", bundle).isTrue();
            return id.group(1);
        }
    }

    private static List<Path> providerFolders() throws IOException {
        return list(ROOT, "provider-*").stream()
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .toList();
    }

    private static List<Path> jars(Path module) throws IOException {
        Path target = module.resolve("target");
        assertThat(target).as("what was built of %s, to be built first", module).isDirectory();
        List<Path> jars = list(target, "*.jar");
        jars.removeIf(jar -> jar.toString().matches(".*-(sources|javadoc|tests)\\.jar"));
        assertThat(jars).as("jars of %s, to be built first", module).isNotEmpty();
        return jars;
    }

    private static List<Path> list(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            entries.forEach(found::add);
        }
        return found;
    }
}
