package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An interview that is written with JSON-B and read again is the same. */
class InterviewPropertyTests {
    private static final int DEPTH = 3;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void survivesJson(@ForAll("interviews") Interview interview) {
        assertThat(InterviewJson.read(InterviewJson.written(interview))).isEqualTo(interview);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void survivesJsonWithEveryFieldSet(@ForAll("fullInterviews") Interview interview) {
        assertThat(InterviewJson.read(InterviewJson.written(interview))).isEqualTo(interview);
    }

    @Provide
    Arbitrary<Interview> interviews() {
        return interviews(0.5);
    }

    @Provide
    Arbitrary<Interview> fullInterviews() {
        return interviews(0);
    }

    /** Interviews in which each field is missing as often as that. */
    private static Arbitrary<Interview> interviews(double missing) {
        Arbitrary<Optional<Interview.Reference>> references =
                texts().map(Interview.Reference::new).optional(1 - missing);
        Arbitrary<Optional<String>> texts = texts().optional(1 - missing);
        Arbitrary<Optional<Instant>> times = times().optional(1 - missing);
        Arbitrary<List<Optional<Interview.Reference>>> fourReferences = references.list().ofSize(4);
        Arbitrary<List<Interview.Reference>> interviewers =
                texts().map(Interview.Reference::new).list().ofMaxSize(3);
        Arbitrary<Optional<Map<String, Object>>> remoteData = members(DEPTH).optional(1 - missing);
        return Combinators.combine(
                        texts().optional(1 - missing),
                        fourReferences,
                        interviewers,
                        texts.list().ofSize(2),
                        times.list().ofSize(4),
                        remoteData)
                .as((id, others, users, words, moments, remote) ->
                        new Interview(
                                id,
                                others.get(0),
                                others.get(1),
                                others.get(2),
                                others.get(3),
                                users,
                                words.get(0),
                                moments.get(0),
                                moments.get(1),
                                words.get(1),
                                moments.get(2),
                                moments.get(3),
                                remote));
    }

    /** Any text that UTF-8 can carry. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    private static Arbitrary<Instant> times() {
        long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        return Combinators.combine(
                        Arbitraries.longs().between(first, last),
                        Arbitraries.of(0, 1, 1_000, 1_000_000, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Map<String, Object>> members(int depth) {
        return Arbitraries.maps(texts(), values(depth)).ofMaxSize(4);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> plain =
                Arbitraries.oneOf(
                                texts().asGeneric(),
                                Arbitraries.of(true, false).asGeneric(),
                                numbers().asGeneric())
                        .injectNull(0.1);
        return depth == 0
                ? plain
                : Arbitraries.oneOf(
                        plain,
                        values(depth - 1).list().ofMaxSize(3).asGeneric(),
                        members(depth - 1).asGeneric());
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(3),
                Arbitraries.of("0", "1E+5", "1E-7", "-0.10", "12345678901234567890.123")
                        .map(BigDecimal::new));
    }
}
