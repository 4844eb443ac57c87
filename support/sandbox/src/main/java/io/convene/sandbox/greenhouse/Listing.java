package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.Call;
import io.convene.sandbox.wire.Cursor;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageBody;
import io.convene.sandbox.wire.Query;
import io.convene.sandbox.wire.Refusal;
import io.convene.sandbox.wire.Reply;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rules of a v3 list: filters, page size, and the cursor that travels alone. */
final class Listing {

    private static final int DEFAULT_SIZE = 100;
    private static final int MOST = 500;

    private Listing() {}

    /**
     * Where a page starts: below an id, under the parameters of the first request, after so many
     * empty pages.
     */
    private record Start(Query query, String rawQuery, long below, int hops) {

        Start below(long id) {
            return new Start(query, rawQuery, id, 0);
        }

        Start hop() {
            return new Start(query, rawQuery, below, hops + 1);
        }

        String cursor(Resource resource) {
            return Cursor.write(
                    List.of(
                            resource.name(),
                            rawQuery,
                            Long.toString(below),
                            Integer.toString(hops)));
        }
    }

    static Reply page(Resource resource, Call call) {
        Start start = start(resource, call);
        int size = call.twist().size(size(start.query()));
        Predicate<Row> wanted = filter(resource, start.query());
        List<Row> rest =
                resource.rows().stream()
                        .filter(row -> row.id() < start.below())
                        .filter(wanted)
                        .limit(size + 1L)
                        .toList();
        List<Row> page = rest.subList(0, Math.min(size, rest.size()));
        Set<String> fields = fields(start.query());
        List<byte[]> records =
                page.stream()
                        .map(row ->
                                fields.isEmpty() ? row.bytes() : row.json().only(fields).bytes())
                        .toList();
        Reply reply =
                Reply.json(200, PageBody.write("[", PageBody.twisted(call.twist(), records), "]"));
        return switch (call.twist()) {
            case REPEATED_CURSOR -> linked(reply, call, resource, start);
            case EMPTY_PAGE -> linked(reply, call, resource, start.hop());
            case NONE, CAPPED_PAGES, UNMAPPABLE, UNKNOWN ->
                    rest.size() <= size
                            ? reply
                            : linked(reply, call, resource, start.below(page.getLast().id()));
        };
    }

    private static Reply linked(Reply reply, Call call, Resource resource, Start next) {
        String url = call.base() + "/v3/" + resource.name() + "?cursor=" + next.cursor(resource);
        return reply.with("Link", "<" + url + ">; rel=\"next\"");
    }

    private static Start start(Resource resource, Call call) {
        Optional<String> cursor = call.query().first("cursor");
        if (cursor.isEmpty()) {
            return new Start(call.query(), call.rawQuery(), Long.MAX_VALUE, 0);
        }
        if (call.query().parameters().size() > 1) {
            throw unprocessable(
                    Json.of("When passing a cursor, do not include other query params."));
        }
        List<String> parts =
                Cursor.read(cursor.get())
                        .filter(found ->
                                found.size() == 4 && found.getFirst().equals(resource.name()))
                        .orElseThrow(() -> unprocessable(Json.of("Invalid cursor.")));
        return new Start(
                Query.parse(parts.get(1)),
                parts.get(1),
                Long.parseLong(parts.get(2)),
                Integer.parseInt(parts.get(3)));
    }

    private static int size(Query query) {
        String text = query.first("per_page").orElse(Integer.toString(DEFAULT_SIZE));
        if (!text.matches("\\d{1,9}")) {
            throw broken("per_page", "value at `" + text + "` is not an integer");
        }
        int size = Integer.parseInt(text);
        if (size > MOST) {
            throw broken("per_page", "`" + size + "` number is greater than: " + MOST);
        }
        if (size < 1) {
            throw broken("per_page", "`" + size + "` number is less than: 1");
        }
        return size;
    }

    private static Predicate<Row> filter(Resource resource, Query query) {
        if (query.names().containsAll(Set.of("created_at", "updated_at"))) {
            throw unprocessable(
                    Json.of("Filtering by both created_at and updated_at is not supported."));
        }
        Predicate<Row> all = row -> true;
        for (Query.Parameter sent : query.parameters()) {
            String name = sent.name();
            if (name.equals("per_page") || name.equals("fields")) {
                continue;
            }
            Parameter parameter = resource.parameters().get(name);
            if (parameter == null) {
                throw broken(name, "is not a known query parameter");
            }
            if (query.all(name).size() > 1) {
                throw broken(name, "must be given once");
            }
            all = all.and(read(parameter, sent));
        }
        return all;
    }

    private static Predicate<Row> read(Parameter parameter, Query.Parameter sent) {
        try {
            return parameter.read(sent.value());
        } catch (Parameter.Broken e) {
            throw broken(sent.name(), String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> fields(Query query) {
        return query.all("fields").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .collect(Collectors.toSet());
    }

    private static Refusal broken(String name, String message) {
        Json errors = Json.array(List.of(Json.object().put(name, message)));
        return new Refusal(Reply.json(422, Json.object().put("errors", errors)));
    }

    private static Refusal unprocessable(Json error) {
        return new Refusal(
                Reply.json(
                        422,
                        Json.object()
                                .put("message", "Unprocessable Content")
                                .put("errors", Json.array(List.of(error)))));
    }
}
