package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.Position;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import java.util.List;

class CursorPropertyTests {
    private static final CursorCodec OLDER = new CursorCodec(List.of("one"));
    private static final CursorCodec CODEC = new CursorCodec(List.of("two", "one"));
    private static final CursorCodec OTHER = new CursorCodec(List.of("three"));

    @Property
    void comesBackFromEveryPosition(
            @ForAll("positions") Position position,
            @ForAll @IntRange(min = 1) int pageSize,
            @ForAll @IntRange int index,
            @ForAll @StringLength(max = 80) String lastId,
            @ForAll("characters") String filters,
            @ForAll boolean hashed) {
        Cursor cursor =
                new Cursor(
                        "an account",
                        filters,
                        hashed,
                        pageSize,
                        new Cursor.Place(position, index, lastId));

        assertThat(CODEC.decode(CODEC.encode(cursor))).contains(cursor);
        assertThat(CODEC.decode(OLDER.encode(cursor))).contains(cursor);
        assertThat(OTHER.decode(CODEC.encode(cursor))).isEmpty();
    }

    @Property
    void carriesAHashOfFiltersOfAnyLength(
            @ForAll("positions") Position position, @ForAll @IntRange(max = 20_000) int length) {
        String filters = "f".repeat(length);
        Cursor cursor =
                new Cursor("an account", filters, false, 1, new Cursor.Place(position, 0, ""));

        String text = CODEC.encode(cursor);

        assertThat(text.length()).isLessThanOrEqualTo(CursorCodec.MAX_LENGTH);
        Cursor read = CODEC.decode(text).orElseThrow();
        assertThat(read.position()).isEqualTo(position);
        assertThat(read.filters()).isEqualTo(read.hashed() ? CursorCodec.hash(filters) : filters);
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<String> tokens = Arbitraries.strings().all().ofMaxLength(120);
        return Combinators.combine(Arbitraries.integers(), Arbitraries.integers(), tokens)
                .as(Position::of);
    }

    /** A query is UTF-8: it has no halves of surrogate pairs. */
    @Provide
    Arbitrary<String> characters() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(120)
                .map(text -> text.replaceAll("\\p{Cs}", "x"));
    }
}
