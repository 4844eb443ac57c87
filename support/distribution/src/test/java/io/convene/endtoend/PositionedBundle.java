package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.AtsProvider;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A bundle of the integration {@code odd}, compiled here: it reads {@code /list/<token>} and fails
 * with an exception of its own where there is a setting {@code mode}.
 */
public final class PositionedBundle {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();
    private static final String MODULE =
            """
            module acme.odd {
                requires io.convene.core;
                provides io.convene.core.spi.AtsProvider with acme.odd.Odd;
            }
            """;
    private static final String PROVIDER =
            """
            package acme.odd;

            import io.convene.core.*;
            import io.convene.core.spi.*;
            import java.util.Optional;

            public final class Odd implements AtsProvider, Listing<InterviewDraft> {
                private static final int FORMAT = POSITION_FORMAT;

                public ProviderDescriptor descriptor() {
                    return ProviderDescriptor.builder("Odd").host("api.odd.example").setting(Setting.url("base_url")).setting(Setting.text("mode"))
                            .authentication(Authentication.builder("api_key").requires("api_key")
                                    .header("X-Key", Secret.of("api_key")).build()).build();
                }
                public Optional<Listing<InterviewDraft>> interviews() { return Optional.of(this); }
                public Support support(Settings settings) { return Support.builder().build(); }
                public VendorRequest request(Query query, Position position) {
                    if (query.settings().find("mode").isPresent()) {
                        throw new IllegalStateException("acme.odd.Odd failed in /opt/odd/state with the-key-of-odd");
                    }
                    if (!position.isFirst() && position.format() != FORMAT) {
                        throw new VendorException(VendorException.Kind.BAD_CURSOR,
                                "The next_cursor is of another version; leave it out to start again.");
                    }
                    return VendorRequest.get(query.settings().text("base_url") + "/list/"
                            + (position.isFirst() ? "1" : position.token())).build();
                }
                public Page page(VendorResponse response, Query query, Position position) {
                    Item body = response.json();
                    Optional<String> next = body.text("next").optional();
                    return next.isEmpty() ? Page.last(body.each("items"))
                            : Page.of(body.each("items"), Position.of(FORMAT, 0, next.get()));
                }
                public void map(Item item, Query query, InterviewDraft draft) { draft.id(item.text("id")); }
            }
            """;

    private PositionedBundle() {}

    /** Writes that version of the bundle, whose positions have that format, into the folder. */
    public static void write(Path providers, String version, int positionFormat) throws Exception {
        Path work = Files.createTempDirectory(providers.getParent(), "odd-bundle");
        Path classes = work.resolve("classes");
        Path module = Files.writeString(work.resolve("module-info.java"), MODULE);
        Path provider =
                Files.writeString(
                        work.resolve("Odd.java"),
                        PROVIDER.replace("POSITION_FORMAT", Integer.toString(positionFormat)));
        Path core =
                Path.of(
                        AtsProvider.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                JAVAC.run(
                        new PrintStream(said, true, UTF_8),
                        new PrintStream(said, true, UTF_8),
                        "-Xlint:none",
                        "-proc:none",
                        "--module-version",
                        version,
                        "--module-path",
                        core.toString(),
                        "-d",
                        classes.toString(),
                        module.toString(),
                        provider.toString());
        if (code != 0) {
            throw new IllegalStateException(said.toString(UTF_8));
        }
        Path jar = providers.resolve("odd-" + version + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("META-INF/convene/provider.json"));
            out.write("{\"id\":\"odd\"}".getBytes(UTF_8));
        }
    }
}
