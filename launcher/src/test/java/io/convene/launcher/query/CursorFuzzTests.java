package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.Position;
import io.convene.launcher.Fuzzing;
import io.convene.launcher.RandomText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Every text is a cursor or none: damaged ones, and ones that were sealed with the right key around
 * contents that no version of this writes.
 */
class CursorFuzzTests {
    private static final String SECRET = "a secret";
    private static final CursorCodec CODEC = new CursorCodec(List.of("newer", SECRET));
    private static final List<Cursor> CURSORS =
            List.of(
                    new Cursor("a", "", false, 7, Cursor.Place.START),
                    new Cursor(
                            "62f44730-dd91-461e-bd6a-aedd9e0ad79d",
                            "candidate_id=a\u001fb\u001ecreated_at=[2026-03-02T00:00:00Z\u001f)",
                            false,
                            100,
                            new Cursor.Place(Position.of(1, 2, "eyJ0b2tlbiI6MX0="), 41, "é-17")),
                    new Cursor(
                            "b",
                            "x".repeat(900),
                            false,
                            500,
                            new Cursor.Place(Position.of(3, 0, "9"), 0, "")),
                    new Cursor(
                            "c",
                            CursorCodec.hash("x"),
                            true,
                            1,
                            new Cursor.Place(Position.of(1, 0, ""), 1, "z")));

    private static final SealedCursors SEALED = new SealedCursors(SECRET);

    private final RandomText texts =
            new RandomText(
                    CURSORS.stream()
                            .map(cursor -> SEALED.seal(cursor, new SplittableRandom(1)))
                            .toList(),
                    List.of("=", "==", "-", "_", "+", "/", "%3D", "AQ", " ", "\n", "é", "\ud800"));
    private final RandomText contents =
            new RandomText(
                    CURSORS.stream().map(SealedCursors::content).toList(),
                    List.of(
                            "\u0000",
                            "\u00ff\u00ff\u00ff\u00ff",
                            "\u007f\u00ff\u00ff\u00ff",
                            "\u0080"));

    @Test
    void readsACursorOrNothing() throws InterruptedException {
        double taken = Fuzzing.run("Cursor", this::any, CursorFuzzTests::isTaken);

        assertThat(taken).isBetween(0.02, 0.98);
    }

    private String any(RandomGenerator random) {
        return random.nextInt(4) == 0
                ? SEALED.seal(contents.any(random), random)
                : texts.any(random);
    }

    private static boolean isTaken(String text) {
        Optional<Cursor> cursor = CODEC.decode(text);
        cursor.ifPresent(taken -> {
            String again = CODEC.encode(taken);
            assertThat(again.length()).isLessThanOrEqualTo(CursorCodec.MAX_LENGTH);
            Cursor read = CODEC.decode(again).orElseThrow();
            assertThat(read.hashed() ? read.position() : read)
                    .isEqualTo(read.hashed() ? taken.position() : taken);
            isReadable(taken.filters());
        });
        return cursor.isPresent();
    }

    private static void isReadable(String filters) {
        try {
            String canonical = Filters.parse(filters).canonical();
            assertThat(Filters.parse(canonical).canonical()).isEqualTo(canonical);
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .hasMessageMatching("(?s)not the filters of this version|unknown filter .*");
        }
    }
}
