package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.CheckedCursor;
import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageBody;
import io.convene.sandbox.wire.QueryParameters;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.VendorRefusal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rules of a v3 list: filters, page size, and the cursor that travels alone. */
final class ListRules {

    private static final int DEFAULT_SIZE = 100;
    private static final int MOST = 500;

    private ListRules() {}

    /**
     * Where a page starts: below an id, under the parameters of the first request, after so many
     * empty pages.
     */
    private record ListStart(QueryParameters query, String rawQuery, long below, int hops) {

        ListStart below(long id) {
            return new ListStart(query, rawQuery, id, 0);
        }

        ListStart hop() {
            return new ListStart(query, rawQuery, below, hops + 1);
        }

        String cursor(Resource resource) {
            return CheckedCursor.write(
                    List.of(
                            resource.name(),
                            rawQuery,
                            Long.toString(below),
                            Integer.toString(hops)));
        }
    }

    static Reply page(Resource resource, IncomingCall call) {
        ListStart start = start(resource, call);
        int size = call.twist().size(size(start.query()));
        Predicate<TableRow> wanted = filter(resource, start.query());
        List<TableRow> rest =
                resource.rows().stream()
                        .filter(row -> row.id() < start.below())
                        .filter(wanted)
                        .limit(size + 1L)
                        .toList();
        List<TableRow> page = rest.subList(0, Math.min(size, rest.size()));
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

    private static Reply linked(Reply reply, IncomingCall call, Resource resource, ListStart next) {
        String url = call.base() + "/v3/" + resource.name() + "?cursor=" + next.cursor(resource);
        return reply.with("Link", "<" + url + ">; rel=\"next\"");
    }

    private static ListStart start(Resource resource, IncomingCall call) {
        Optional<String> cursor = call.query().first("cursor");
        if (cursor.isEmpty()) {
            return new ListStart(call.query(), call.rawQuery(), Long.MAX_VALUE, 0);
        }
        if (call.query().parameters().size() > 1) {
            throw unprocessable(
                    Json.of("When passing a cursor, do not include other query params."));
        }
        List<String> parts =
                CheckedCursor.read(cursor.get())
                        .filter(found ->
                                found.size() == 4 && found.getFirst().equals(resource.name()))
                        .orElseThrow(() -> unprocessable(Json.of("Invalid cursor.")));
        return new ListStart(
                QueryParameters.parse(parts.get(1)),
                parts.get(1),
                Long.parseLong(parts.get(2)),
                Integer.parseInt(parts.get(3)));
    }

    private static int size(QueryParameters query) {
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

    private static Predicate<TableRow> filter(Resource resource, QueryParameters query) {
        if (query.names().containsAll(Set.of("created_at", "updated_at"))) {
            throw unprocessable(
                    Json.of("Filtering by both created_at and updated_at is not supported."));
        }
        Predicate<TableRow> all = row -> true;
        for (QueryParameters.NameAndValue sent : query.parameters()) {
            String name = sent.name();
            if (name.equals("per_page") || name.equals("fields")) {
                continue;
            }
            FilterRule parameter = resource.parameters().get(name);
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

    private static Predicate<TableRow> read(
            FilterRule parameter, QueryParameters.NameAndValue sent) {
        try {
            return parameter.read(sent.value());
        } catch (FilterRule.Broken e) {
            throw broken(sent.name(), String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> fields(QueryParameters query) {
        return query.all("fields").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .collect(Collectors.toSet());
    }

    private static VendorRefusal broken(String name, String message) {
        Json errors = Json.array(List.of(Json.object().put(name, message)));
        return new VendorRefusal(Reply.json(422, Json.object().put("errors", errors)));
    }

    private static VendorRefusal unprocessable(Json error) {
        return new VendorRefusal(
                Reply.json(
                        422,
                        Json.object()
                                .put("message", "Unprocessable Content")
                                .put("errors", Json.array(List.of(error)))));
    }
}
