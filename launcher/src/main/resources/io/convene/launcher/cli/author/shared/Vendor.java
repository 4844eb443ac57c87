package {{package}};

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

/** A fake of {{Title}}, as strict as the vendor, with 240 interviews. */
public final class {{Name}}Vendor extends VendorFake {
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "candidate_id");
    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    /** An interview as the vendor sends it, and as Convene must answer it. */
    private record Generated(String id, String candidate, Interview interview, String json) {}

    private final List<Generated> interviews =
            IntStream.range(0, 240).mapToObj({{Name}}Vendor::generated).toList();

    /** Runs the fake until the process is stopped, for a Convene on this machine. */
    public static void main(String[] arguments) {
        {{Name}}Vendor vendor = new {{Name}}Vendor();
        vendor.start(9090);
        System.out.println("The fake of {{Title}} answers at " + vendor.address());
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("api_key", "key-of-the-fake");
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
        if (!call.header("X-Api-Key").equals(Optional.of("key-of-the-fake"))) {
            return VendorReply.json(401, "{\"message\":\"Unknown key\"}");
        }
        if (call.path().equals("/interviews")) {
            return list(call);
        }
        return remoteData(call.path().substring("/interviews/".length()))
                .map(json -> VendorReply.json("{\"data\":%s}".formatted(json)))
                .orElseGet(() -> VendorReply.json(404, "{\"message\":\"No such interview\"}"));
    }

    private VendorReply list(VendorCall call) {
        int limit = call.number("limit", 20);
        String cursor = call.query("cursor").orElse("c0");
        if (!PARAMETERS.containsAll(call.query().keySet())
                || limit < 1
                || limit > 100
                || !cursor.matches("c\\d+")) {
            return VendorReply.json(400, "{\"message\":\"Unknown parameter, limit or cursor\"}");
        }
        List<String> candidates = call.query().getOrDefault("candidate_id", List.of());
        List<String> found =
                interviews.stream()
                        .filter(one -> candidates.isEmpty() || candidates.contains(one.candidate()))
                        .map(Generated::json)
                        .toList();
        int from = Math.min(found.size(), Integer.parseInt(cursor.substring(1)));
        int to = Math.min(found.size(), from + limit);
        return VendorReply.json(
                "{\"data\":[%s],\"next_cursor\":%s}"
                        .formatted(
                                String.join(",", found.subList(from, to)),
                                to < found.size() ? "\"c%d\"".formatted(to) : "null"));
    }

    private static Generated generated(int number) {
        String id = "i" + (1_000 + number);
        String candidate = "c" + number % 17;
        String user = "u" + number % 5;
        Instant start = FIRST.plus(Duration.ofHours(number * 7L % 1_000));
        Instant end = start.plus(Duration.ofMinutes(45));
        Instant created = FIRST.minus(Duration.ofMinutes(number * 13L));
        boolean planned = number % 2 == 0;
        String json =
                """
                {"id":"%s","candidate_id":"%s","interviewer_ids":["%s"],"starts_at":"%s","ends_at":"%s","created_at":"%s","state":"%s"}\
                """
                        .formatted(
                                id,
                                candidate,
                                user,
                                start,
                                end,
                                created,
                                planned ? "planned" : "done");
        Interview interview =
                Interview.builder()
                        .id(id)
                        .candidate(candidate)
                        .interviewers(List.of(user))
                        .startAt(start)
                        .endAt(end)
                        .createdAt(created)
                        .status(planned ? InterviewStatus.SCHEDULED : InterviewStatus.COMPLETED)
                        .build();
        return new Generated(id, candidate, interview, json);
    }
}
