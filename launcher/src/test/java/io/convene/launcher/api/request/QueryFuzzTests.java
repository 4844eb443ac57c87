package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Position;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.Fuzzing;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.api.FakeSystem;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ErrorBody;
import io.convene.launcher.query.Cursor;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.Filters;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.ListResult;
import io.convene.launcher.query.Plan;
import io.convene.launcher.query.SealedCursors;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Every query ends in a list that is read, or in a 400 of one short sentence; whatever is between
 * parsing it and writing the vendor's request.
 */
class QueryFuzzTests {
    private static final int LONGEST_SENTENCE = 700;
    private static final String SECRET = "a secret";
    private static final CursorCodec CODEC = new CursorCodec(List.of(SECRET));
    private static final ApiConfig LIMITS =
            new ApiConfig(
                    100,
                    500,
                    1_000,
                    500,
                    Duration.ofSeconds(30),
                    20,
                    Compatibility.STRICT,
                    List.of());
    private static final Account ACCOUNT =
            new Account(
                    RandomQuery.ACCOUNT, "tenant", "fake", Optional.empty(), Map.of(), Map.of());
    private static final Settings SETTINGS =
            Settings.of(ProviderDescriptor.builder("Fake").build(), Map.of());
    private static final List<FakeSystem> SYSTEMS =
            List.of(
                    new FakeSystem(
                            Support.builder()
                                    .vendor(Filter.values())
                                    .fields(Field.values())
                                    .build(),
                            true),
                    new FakeSystem(
                            Support.builder().local(Filter.values()).fields(Field.values()).build(),
                            false),
                    new FakeSystem(
                            Support.builder()
                                    .vendor(Filter.CANDIDATE_ID, Filter.CREATED_AT)
                                    .localBeside(Filter.CREATED_AT, Filter.UPDATED_AT)
                                    .most(Filter.CANDIDATE_ID, 2)
                                    .required(Filter.CANDIDATE_ID)
                                    .expands(Field.CANDIDATE)
                                    .build(),
                            false));

    private final ListPlans plans =
            new ListPlans(LIMITS, CODEC, Clock.systemUTC(), filter -> List.of("x"));

    @Test
    void readsAListOrRefusesInOneSentence() throws InterruptedException {
        RandomQuery queries = new RandomQuery(cursors());

        double taken = Fuzzing.run("Query", queries::any, this::isTaken);

        assertThat(taken).isBetween(0.05, 0.95);
    }

    private boolean isTaken(String query) {
        int choice = query.hashCode() * 0x9E3779B9 >>> 8;
        FakeSystem system = SYSTEMS.get(choice % SYSTEMS.size());
        IgnoredParameters ignored =
                new IgnoredParameters(
                        choice / 3 % 3 == 0 ? Compatibility.ORIGINAL : Compatibility.STRICT);
        try {
            ListParameters asked =
                    choice / 9 % 5 == 0
                            ? ListParametersReader.readForOne(query, 500, ignored)
                            : ListParametersReader.read(
                                    query, choice / 45 % 5 == 0, 100, 500, ignored);
            isWithinBounds(asked);
            Plan plan = plans.plan(asked, ACCOUNT, system.support(), SETTINGS);
            ListResult outcome =
                    InterviewReader.complete(system, system, plan, (item, draft) -> {}).read();
            outcome.next().ifPresent(next -> goesOn(next, plan, system));
            assertThat(ignored.receipt().chars()).allMatch(c -> c >= ' ' && c <= '~');
            return true;
        } catch (ApiException e) {
            isOneSentence(e);
            return false;
        }
    }

    /** The cursor alone is the same list again. */
    private void goesOn(Cursor next, Plan plan, FakeSystem system) {
        String cursor = CODEC.encode(next);
        assertThat(cursor.length()).isLessThanOrEqualTo(CursorCodec.MAX_LENGTH);
        if (CODEC.decode(cursor).orElseThrow().hashed()) {
            return;
        }
        ListParameters alone =
                ListParametersReader.read(
                        "limit=9&next_cursor=" + cursor,
                        false,
                        100,
                        500,
                        new IgnoredParameters(Compatibility.ORIGINAL));
        Plan again = plans.plan(alone, ACCOUNT, system.support(), SETTINGS);
        assertThat(again.filters().canonical()).isEqualTo(plan.filters().canonical());
        assertThat(again.start()).isEqualTo(next);
        assertThat(again.query().pageSize()).isEqualTo(plan.query().pageSize());
    }

    private static void isWithinBounds(ListParameters asked) {
        assertThat(asked.limit()).isBetween(1, 500);
        String canonical = asked.filters().canonical();
        assertThat(Filters.parse(canonical).canonical()).isEqualTo(canonical);
    }

    private static void isOneSentence(ApiException e) {
        assertThat(e.status()).isEqualTo(400);
        assertThat(e.sentence().length()).isBetween(10, LONGEST_SENTENCE);
        assertThat(e.sentence().chars()).noneMatch(Character::isISOControl);
        Item body = Item.parse(ErrorBody.of(e).toByteArray());
        assertThat(body.text("message").string()).isEqualTo(e.sentence());
    }

    private static List<String> cursors() {
        Cursor start = new Cursor(RandomQuery.ACCOUNT, "", false, 10, Cursor.Place.START);
        Filters filters = Filters.of(Map.of(Filter.CANDIDATE_ID, List.of("b", "a")), Map.of());
        Cursor filtered =
                new Cursor(
                        RandomQuery.ACCOUNT,
                        filters.canonical(),
                        false,
                        3,
                        new Cursor.Place(Position.of(1, 0, "2"), 0, ""));
        Cursor foreign =
                new Cursor(
                        "another", "", false, 10, new Cursor.Place(Position.of(1, 0, "2"), 0, ""));
        SealedCursors sealed = new SealedCursors(SECRET);
        SplittableRandom random = new SplittableRandom(1);
        return List.of(
                sealed.seal(start, random),
                sealed.seal(filtered, random),
                sealed.seal(foreign, random),
                "AAAA");
    }
}
