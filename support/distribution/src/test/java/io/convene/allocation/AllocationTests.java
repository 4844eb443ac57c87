package io.convene.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The bytes that a mapped interview allocates must not grow unnoticed. A test cannot measure time,
 * but it can count bytes: they are the same on every machine.
 */
@Timeout(120)
class AllocationTests {
    private static final Path BASELINE = Path.of("src/test/allocation/baseline.properties");
    private static final double ALLOWED = 1.10;
    private static final String HEAD =
            """
            # Bytes that one mapped interview allocates, from the vendor's bytes to the answer's.
            # Written by ./build allocations; a commit that changes it says why.
            """;

    @Test
    void aMappedInterviewAllocatesNoMoreThanATenthAboveTheBaseline() throws Exception {
        Map<String, Long> found = measured();
        assertThat(found).isNotEmpty();
        if (Boolean.getBoolean("allocation.accept")) {
            accept(found);
            return;
        }
        Map<String, Long> baseline = read(Files.readString(BASELINE));
        SoftAssertions softly = new SoftAssertions();
        found.forEach((id, bytes) ->
                softly.assertThat(bytes)
                        .as(
                                """
                                %s: one mapped interview allocates %d bytes, its baseline is %d. If there is a good reason \
                                for more, run ./build allocations and commit support/distribution/%s with it.\
                                """,
                                id, bytes, baseline.getOrDefault(id, 0L), BASELINE)
                        .isLessThanOrEqualTo(Math.round(baseline.getOrDefault(id, 0L) * ALLOWED)));
        softly.assertAll();
    }

    /** By provider, from a process of its own: its options are not those of other tests. */
    private static Map<String, Long> measured() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Measurement.JAVA_OPTIONS);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Measurement.class.getName(),
                        Path.of(System.getProperty("distribution"), "providers").toString()));
        Path output = Files.createTempFile("allocation", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            int code = process.waitFor();
            assertThat(code).as(Files.readString(output)).isZero();
            return read(Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static Map<String, Long> read(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, Long> values = new TreeMap<>();
        properties.forEach(
                (id, bytes) -> values.put(id.toString(), Long.valueOf(bytes.toString())));
        return values;
    }

    private static void accept(Map<String, Long> found) throws IOException {
        StringWriter text = new StringWriter().append(HEAD);
        found.forEach((id, bytes) -> text.append(id + "=" + bytes + "\n"));
        Files.writeString(BASELINE, text.toString(), UTF_8);
    }
}
