package com.birch;

import io.convene.core.Interview;
import io.convene.core.InterviewStatus;
import io.convene.testkit.VendorCall;
import io.convene.testkit.VendorFake;
import io.convene.testkit.VendorReply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Birch: lists by cursor, filters by candidates and by time, and includes the users of a page. */
public final class BirchVendor extends VendorFake {
    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");
    private static final String USERS = "[{\"id\":\"u1\",\"email\":\"ada@birch.example\"}]";
    private static final Set<String> PARAMETERS =
            Set.of(
                    "limit",
                    "cursor",
                    "candidate_id",
                    "created_gte",
                    "created_gt",
                    "created_lte",
                    "created_lt");

    private record Generated(
            String id, String candidate, Instant created, Interview interview, String json) {}

    private final List<Generated> interviews =
            IntStream.range(0, 240).mapToObj(BirchVendor::generated).toList();

    @Override
    public Map<String, String> credentials() {
        return Map.of("api_key", "key-of-the-test");
    }

    @Override
    public List<String> interviewIds() {
        return interviews.stream().map(Generated::id).toList();
    }

    @Override
    public List<Interview> truth() {
        return interviews.stream().map(Generated::interview).toList();
    }

    @Override
    public Optional<String> remoteData(String id) {
        return interviews.stream()
                .filter(one -> one.id().equals(id))
                .map(Generated::json)
                .findFirst();
    }

    @Override
    protected VendorReply answer(VendorCall call) {
        if (!call.header("X-Api-Key").equals(Optional.of("key-of-the-test"))) {
            return VendorReply.json(401, "{\"message\":\"Unknown key\"}");
        }
        if (!call.path().equals("/interviews")) {
            String id = call.path().substring("/interviews/".length());
            return remoteData(id)
                    .map(json -> reply(json, "null"))
                    .orElseGet(() -> VendorReply.json(404, "{\"message\":\"No such interview\"}"));
        }
        int limit = call.number("limit", 20);
        String cursor = call.query("cursor").orElse("c0");
        if (!PARAMETERS.containsAll(call.query().keySet())
                || limit < 1
                || limit > 100
                || !cursor.matches("c\\d+")) {
            return VendorReply.json(400, "{\"message\":\"Unknown parameter, limit or cursor\"}");
        }
        List<String> found =
                interviews.stream().filter(one -> fits(one, call)).map(Generated::json).toList();
        int from = Math.min(found.size(), Integer.parseInt(cursor.substring(1)));
        int to = Math.min(found.size(), from + limit);
        return reply(
                "[%s]".formatted(String.join(",", found.subList(from, to))),
                to < found.size() ? "\"c%d\"".formatted(to) : "null");
    }

    private static VendorReply reply(String data, String next) {
        return VendorReply.json(
                "{\"data\":%s,\"included\":%s,\"next_cursor\":%s}".formatted(data, USERS, next));
    }

    private static boolean fits(Generated one, VendorCall call) {
        List<String> candidates = call.query().getOrDefault("candidate_id", List.of());
        return (candidates.isEmpty() || candidates.contains(one.candidate()))
                && bound(call, "created_gte").map(at -> !one.created().isBefore(at)).orElse(true)
                && bound(call, "created_gt").map(at -> one.created().isAfter(at)).orElse(true)
                && bound(call, "created_lte").map(at -> !one.created().isAfter(at)).orElse(true)
                && bound(call, "created_lt").map(at -> one.created().isBefore(at)).orElse(true);
    }

    private static Optional<Instant> bound(VendorCall call, String name) {
        return call.query(name).map(Instant::parse);
    }

    private static Generated generated(int number) {
        String id = "i" + (1_000 + number);
        String candidate = "c" + number % 17;
        Instant start = FIRST.plus(Duration.ofHours(number * 7L % 1_000));
        Instant created = FIRST.minus(Duration.ofMinutes(number * 13L));
        boolean planned = number % 2 == 0;
        boolean ada = number % 3 == 0;
        String json =
                """
                {"id":"%s","candidate_id":"%s","starts_at":"%s","created_at":"%s","state":"%s","interviewer":"%s"}\
                """
                        .formatted(
                                id,
                                candidate,
                                start,
                                created,
                                planned ? "planned" : "done",
                                ada ? "ada@birch.example" : "");
        Interview.Builder interview =
                Interview.builder()
                        .id(id)
                        .candidate(candidate)
                        .startAt(start)
                        .createdAt(created)
                        .status(planned ? InterviewStatus.SCHEDULED : InterviewStatus.COMPLETED);
        if (ada) {
            interview.interviewers(List.of("u1"));
        }
        return new Generated(id, candidate, created, interview.build(), json);
    }
}
