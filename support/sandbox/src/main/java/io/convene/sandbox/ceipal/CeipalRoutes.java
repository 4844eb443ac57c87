package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.PageBody;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.QueryParameters;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.VendorRefusal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lists and details of one version. */
final class CeipalRoutes {

    private static final int DEFAULT_SIZE = 20;
    private static final int LEAST = 5;
    private static final int MOST = 50;
    private static final Set<String> PAGING = Set.of("page", "limit");
    private static final Set<String> CHANGED =
            Set.of("page", "limit", "modifiedAfter", "modifiedBefore");

    private final ApiVersion version;
    private final CeipalTenant tenant;

    CeipalRoutes(ApiVersion version, CeipalTenant tenant) {
        this.version = version;
        this.tenant = tenant;
    }

    /**
     * Answers a GET.
     *
     * @param endpoint the path's segment after the version
     * @param id the next segment, decoded
     */
    Reply answer(IncomingCall call, String endpoint, Optional<String> id) {
        try {
            return switch (endpoint) {
                // One known client calls the second path, which also tests interviews_path.
                case "getInterviewsList", "getInterviews" ->
                        id.isEmpty() ? interviews(call) : version.notFound();
                case "getInterviewDetails" ->
                        key(call, id, "interview_id")
                                .flatMap(tenant::interview)
                                .map(found -> Reply.json(200, found.bytes()))
                                .orElseGet(version::notFound);
                case "getUsersList" -> users(call);
                case "getUserDetails" ->
                        key(call, id, "user_id")
                                .flatMap(tenant::user)
                                .map(found -> Reply.json(200, found))
                                .orElseGet(version::notFound);
                case "getJobStatusList" ->
                        Reply.json(
                                200,
                                Json.array(
                                        List.of(Json.object().put("id", 1).put("name", "Active"))));
                default -> version.notFound();
            };
        } catch (VendorRefusal e) {
            return e.reply();
        }
    }

    /** Version 2 takes the id from the path, version 1 from the query. */
    private Optional<String> key(IncomingCall call, Optional<String> id, String parameter) {
        return version == ApiVersion.V2 ? id : call.query().first(parameter);
    }

    private Reply interviews(IncomingCall call) {
        known(call.query(), version == ApiVersion.V2 ? CHANGED : PAGING);
        Instant after = moment(call.query(), "modifiedAfter").orElse(Instant.MIN);
        Instant before = moment(call.query(), "modifiedBefore").orElse(Instant.MAX);
        return page(
                call,
                tenant.interviews().stream()
                        .filter(one ->
                                !one.modified().isBefore(after) && !one.modified().isAfter(before))
                        .map(StoredInterview::bytes)
                        .toList());
    }

    private Reply users(IncomingCall call) {
        known(call.query(), PAGING);
        return page(call, tenant.users().stream().map(JsonObject::bytes).toList());
    }

    private void known(QueryParameters query, Set<String> names) {
        if (!names.containsAll(query.names())) {
            throw new VendorRefusal(version.invalid());
        }
    }

    private Optional<Instant> moment(QueryParameters query, String name) {
        try {
            return query.first(name)
                    .map(text ->
                            LocalDateTime.parse(text, CeipalRecords.NAIVE)
                                    .atZone(CeipalRecords.ZONE)
                                    .toInstant());
        } catch (DateTimeException e) {
            throw new VendorRefusal(version.invalid());
        }
    }

    private Reply page(IncomingCall call, List<byte[]> all) {
        int page = number(call.query(), "page", 1, 1, Integer.MAX_VALUE / MOST);
        int limit = call.twist().size(number(call.query(), "limit", DEFAULT_SIZE, LEAST, MOST));
        int first = (page - 1) * limit;
        if (first >= all.size()) {
            return version.notFound();
        }
        int pages = (all.size() + limit - 1) / limit;
        List<byte[]> results = all.subList(first, Math.min(first + limit, all.size()));
        String next =
                call.twist() == PageFault.REPEATED_CURSOR
                        ? link(call, page, limit)
                        : page < pages ? link(call, page + 1, limit) : "";
        JsonObject head =
                Json.object()
                        .put("count", all.size())
                        .put("num_pages", pages)
                        .put("page_number", page)
                        .put("limit", limit)
                        .put("next", next)
                        .put("previous", page > 1 ? link(call, page - 1, limit) : "");
        String opened =
                new String(head.bytes(), StandardCharsets.UTF_8)
                        .replaceFirst("}$", ",\"results\":[");
        return Reply.json(
                200, PageBody.write(opened, PageBody.twisted(call.twist(), results), "]}"));
    }

    private static String link(IncomingCall call, int page, int limit) {
        return call.base() + call.path() + "?page=" + page + "&limit=" + limit;
    }

    private int number(QueryParameters query, String name, int otherwise, int least, int most) {
        String text = query.first(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")
                || Integer.parseInt(text) < least
                || Integer.parseInt(text) > most) {
            throw new VendorRefusal(version.invalid());
        }
        return Integer.parseInt(text);
    }
}
