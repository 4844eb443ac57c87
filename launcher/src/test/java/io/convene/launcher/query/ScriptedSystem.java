package io.convene.launcher.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.PlainCalls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A bundle and its vendor in one, whose pages a test makes up: the page at each position. The
 * application of an interview is its id without the digits at its end.
 */
final class ScriptedSystem implements Listing<InterviewDraft>, PlainCalls {
    private static final CursorCodec CODEC = new CursorCodec(List.of("secret"));

    private final Function<Position, Script> script;
    private int calls;
    private int joined;
    private int most = Integer.MAX_VALUE;

    /**
     * A vendor's page.
     *
     * @param ids its interviews
     * @param next where it leads
     * @param total how many interviews the vendor says it has
     */
    record Script(List<String> ids, Optional<Position> next, OptionalLong total) {
        static Script last(String... ids) {
            return new Script(List.of(ids), Optional.empty(), OptionalLong.empty());
        }

        /** A page that leads to that token. */
        static Script to(String next, String... ids) {
            return new Script(List.of(ids), Optional.of(at(next)), OptionalLong.empty());
        }

        Script of(long stated) {
            return new Script(ids, next, OptionalLong.of(stated));
        }

        Script before(Position other) {
            return new Script(ids, Optional.of(other), total);
        }
    }

    private ScriptedSystem(Function<Position, Script> script) {
        this.script = script;
    }

    static ScriptedSystem of(Function<Position, Script> script) {
        return new ScriptedSystem(script);
    }

    /** Pages by their tokens; the first one has none. */
    static ScriptedSystem of(Map<String, Script> pages) {
        return new ScriptedSystem(position -> pages.get(position.token()));
    }

    static Position at(String token) {
        return Position.of(1, 0, token);
    }

    /** The number of a page whose position is a number; 1 at the start. */
    static int number(Position position) {
        return position.isFirst() ? 1 : Integer.parseInt(position.token());
    }

    /** No more than that many calls may be made. */
    ScriptedSystem allowing(int calls) {
        most = calls;
        return this;
    }

    int calls() {
        return calls;
    }

    int joined() {
        return joined;
    }

    static Cursor start(int limit) {
        return new Cursor("account", "", false, limit, Cursor.Place.START);
    }

    static Plan plan(Cursor cursor, Filters filters, int limit) {
        Map<Filter, Support.Treatment> treatments =
                filters.asked().stream()
                        .collect(
                                Collectors.toMap(
                                        filter -> filter, filter -> Support.Treatment.LOCAL));
        Query query =
                Query.builder(Settings.of(ProviderDescriptor.builder("x").build(), Map.of()))
                        .pageSize(cursor.pageSize())
                        .build();
        return new Plan(cursor, filters, treatments, query, limit);
    }

    /** One answer; the ids are added to those of the answers before. */
    ListResult read(Cursor cursor, Filters filters, int limit, List<String> ids) {
        return InterviewReader.complete(this, this, plan(cursor, filters, limit), adding(ids))
                .sleepingWith(time -> {})
                .read();
    }

    ListResult stream(List<String> ids) {
        return InterviewReader.streamed(
                        this, () -> this, plan(start(100), Filters.none(), 100_000), adding(ids))
                .sleepingWith(time -> {})
                .read();
    }

    /** All answers of a chain, over cursors as callers get them. */
    List<ListResult> chain(Filters filters, int limit, List<String> ids) {
        List<ListResult> outcomes = new ArrayList<>();
        Optional<Cursor> cursor = Optional.of(start(limit));
        while (cursor.isPresent()) {
            outcomes.add(read(cursor.get(), filters, limit, ids));
            if (outcomes.size() > 5_000) {
                throw new AssertionError("the chain of cursors does not end");
            }
            cursor =
                    outcomes.getLast()
                            .next()
                            .map(next -> CODEC.decode(CODEC.encode(next)).orElseThrow());
        }
        return outcomes;
    }

    private static InterviewSink adding(List<String> ids) {
        return (item, draft) -> ids.add(item.text().string());
    }

    @Override
    public Support support(Settings settings) {
        return Support.builder().local(Filter.APPLICATION_ID).build();
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return VendorRequest.get("http://localhost/").build();
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        calls++;
        return VendorResponse.of(200, Map.of(), new byte[0]);
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        Script page = script.apply(position);
        String body =
                page.ids().stream()
                        .map(id -> "\"" + id + "\"")
                        .collect(Collectors.joining(", ", "[", "]"));
        List<Item> items = Item.parse(body.getBytes(UTF_8)).each();
        Page made = page.next().map(next -> Page.of(items, next)).orElseGet(() -> Page.last(items));
        page.total().ifPresent(made::total);
        return made;
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        joined += page.items().size();
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.text());
        draft.application(Text.of(item.text().string().replaceAll("\\d+$", "")));
    }

    @Override
    public boolean mayContinue() {
        return calls < most;
    }
}
