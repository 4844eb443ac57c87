package com.acme;

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

public final class AcmeVendor extends VendorFake {
    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");
    private static final Set<String> PARAMETERS = Set.of("page", "per_page", "candidate_ids", "id");

    private record Generated(String id, String candidate, Interview interview, String json) {}

    private final List<Generated> interviews;

    public AcmeVendor() {
        this(240);
    }

    /** A vendor with so many interviews. */
    AcmeVendor(int count) {
        interviews = IntStream.range(0, count).mapToObj(AcmeVendor::generated).toList();
    }

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
    public Map<String, List<VendorReply>> refusals() {
        return Map.of("NOT_ALLOWED", List.of(VendorReply.text(403, "This key may not.")));
    }

    @Override
    protected VendorReply answer(VendorCall call) {
        if (!call.header("X-Api-Key").equals(Optional.of("key-of-the-test"))) {
            return VendorReply.json(401, "{\"message\":\"Unknown key\"}");
        }
        if (call.path().equals("/users")) {
            return VendorReply.json("{\"users\":[{\"id\":\"u1\",\"email\":\"ada@acme.example\"}]}");
        }
        int size = call.number("per_page", 20);
        if (!PARAMETERS.containsAll(call.query().keySet()) || size < 1 || size > 100) {
            return VendorReply.json(400, "{\"message\":\"Unknown parameter or per_page\"}");
        }
        List<String> found =
                interviews.stream().filter(one -> fits(one, call)).map(Generated::json).toList();
        int from = Math.min(found.size(), (call.number("page", 1) - 1) * size);
        int to = Math.min(found.size(), from + size);
        String data = String.join(",", found.subList(from, to));
        return VendorReply.json("{\"data\":[" + data + "],\"more\":" + (to < found.size()) + "}");
    }

    private static boolean fits(Generated one, VendorCall call) {
        List<String> candidates =
                call.query("candidate_ids").map(ids -> List.of(ids.split(","))).orElse(List.of());
        return (candidates.isEmpty() || candidates.contains(one.candidate()))
                && call.query("id").map(one.id()::equals).orElse(true);
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
                                ada ? "ada@acme.example" : "");
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
        return new Generated(id, candidate, interview.build(), json);
    }
}
