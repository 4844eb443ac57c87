package io.convene.launcher.providers.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

class CodeCheckTests {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    new java.net.Socket("a", 1)|java.net.Socket.<init>|CONNECTIONS
                    java.net.URI.create("a:b").toURL().openStream()|java.net.URL.openStream|CONNECTIONS
                    new java.net.InetSocketAddress("a", 1)|java.net.InetSocketAddress.<init>|CONNECTIONS
                    new java.io.FileInputStream("a")|java.io.FileInputStream.<init>|FILES
                    java.nio.file.Files.list(java.nio.file.Path.of("a"))|java.nio.file.Files.list|FILES
                    java.nio.file.Path.of("a").toFile()|java.nio.file.Path.toFile|FILES
                    new java.io.PrintWriter("a")|java.io.PrintWriter.<init>|FILES
                    new java.util.zip.ZipFile("a")|java.util.zip.ZipFile.<init>|FILES
                    Runtime.getRuntime().exec("a")|java.lang.Runtime.getRuntime|PROCESSES
                    ProcessHandle.current()|java.lang.ProcessHandle.current|PROCESSES
                    Thread.ofVirtual().unstarted(null)|java.lang.Thread.ofVirtual|THREADS
                    java.util.List.of().parallelStream()|java.util.List.parallelStream|THREADS
                    System.nanoTime()|java.lang.System.nanoTime|CLOCKS
                    Class.forName("a")|java.lang.Class.forName|CLASS_LOADING
                    new java.io.ObjectInputStream(null)|java.io.ObjectInputStream.<init>|CLASS_LOADING
                    java.util.ServiceLoader.load(Runnable.class)|java.util.ServiceLoader.load|CLASS_LOADING
                    Acme.class.getDeclaredMethods()|java.lang.Class.getDeclaredMethods|REFLECTION
                    java.lang.invoke.MethodHandles.lookup()|java.lang.invoke.MethodHandles.lookup|REFLECTION
                    java.lang.foreign.Arena.global()|java.lang.foreign.Arena.global|NATIVE_CODE
                    System.getenv("a")|java.lang.System.getenv|ENVIRONMENT
                    System.setProperty("a", "b")|java.lang.System.setProperty|JVM_SETTINGS
                    java.util.spi.ToolProvider.findFirst("javac")|java.util.spi.ToolProvider.findFirst|OTHER
                    """)
    void namesTheMethodAndWhatItUses(String expression, String used, Matter matter)
            throws IOException {
        Set<ForbiddenUse> uses =
                uses("static Object odd() throws Exception { return %s; }".formatted(expression));

        assertThat(uses).contains(new ForbiddenUse("acme.acme.Acme", "odd", used, matter));
    }

    @Test
    void findsTheEndOfTheProcess() throws IOException {
        assertThat(uses("static void odd() { System.exit(1); }"))
                .hasToString("[acme.acme.Acme.odd() uses java.lang.System.exit]");
    }

    @Test
    void findsUsesInReferencesToMethodsAndInSuperclasses() throws IOException {
        assertThat(uses("static Runnable odd() { return System::gc; }"))
                .hasToString("[acme.acme.Acme.odd() uses java.lang.System.gc]");
        assertThat(uses("static class Odd extends Thread {}"))
                .hasToString("[acme.acme.Acme$Odd.<init>() uses java.lang.Thread.<init>]");
        assertThat(uses("interface Odd extends java.net.SocketOption<String> {}"))
                .hasToString("[acme.acme.Acme$Odd uses java.net.SocketOption]");
    }

    @Test
    void letsOrdinaryCodePass() throws IOException {
        assertThat(
                        uses(
                                """
                                enum Kind { ONE, TWO }
                                record Pair(String one, java.util.List<Kind> other) {}
                                static String fine(Object value) throws Exception {
                                    java.util.function.Function<Object, String> text = one -> one + "!";
                                    String found = switch (value) {
                                        case Pair(String one, java.util.List<Kind> other) when !other.isEmpty() -> one;
                                        case Kind kind -> kind.name();
                                        default -> text.apply(value);
                                    };
                                    java.time.ZonedDateTime time = java.time.ZonedDateTime.parse("2026-01-01T00:00Z");
                                    byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(new byte[1]);
                                    System.getLogger("acme").log(System.Logger.Level.INFO, found);
                                    synchronized (hash) { Thread.currentThread().isInterrupted(); }
                                    return "%s %s".formatted(time, new java.io.StringReader("a").read())
                                            + java.net.URLEncoder.encode(found, java.nio.charset.StandardCharsets.UTF_8)
                                            + java.util.Arrays.stream(new String[] {"a"}).sorted().toList()
                                            + new java.util.concurrent.ConcurrentHashMap<String, String[]>().size();
                                }
                                """))
                .isEmpty();
    }

    @Test
    void readsTheClassesForOtherReleasesOfJava() throws IOException {
        Path jar = write("static void odd() { System.exit(1); }");
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path versions = files.getPath("META-INF/versions/25/acme/acme");
            Files.createDirectories(versions);
            Files.move(files.getPath("acme/acme/Acme.class"), versions.resolve("Acme.class"));
        }

        assertThat(CodeCheck.ofJar(jar)).hasSize(1);
    }

    @Test
    void takesAClassThatCannotBeReadForOneThatUsesTooMuch() throws IOException {
        Path jar = write("");
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.write(files.getPath("acme/acme/Odd.class"), new byte[] {1, 2, 3});
        }

        assertThat(CodeCheck.ofJar(jar))
                .extracting(ForbiddenUse::matter)
                .containsOnly(Matter.OTHER);
    }

    private Set<ForbiddenUse> uses(String members) throws IOException {
        return CodeCheck.ofJar(write(members));
    }

    private Path write(String members) {
        return TestBundle.of("acme").provider(members).writeTo(folder.resolve("acme-1.0.0.jar"));
    }
}
