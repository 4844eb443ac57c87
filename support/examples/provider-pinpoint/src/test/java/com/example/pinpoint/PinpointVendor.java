package com.example.pinpoint;

import io.convene.core.Interview;
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

/** A fake of Pinpoint, as strict as its documentation, with 240 interviews. */
public final class PinpointVendor extends VendorFake {
    private static final String PATH = "/api/v1/interviews";
    private static final Set<String> PARAMETERS = Set.of("page[number]", "page[size]", "include");
    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    /** An interview as the vendor sends it, and as Convene must answer it. */
    private record Generated(String id, Interview interview, String json) {}

    private final List<Generated> interviews =
            IntStream.range(0, 240).mapToObj(PinpointVendor::generated).toList();

    /** Runs the fake until the process is stopped, for a Convene on this machine. */
    public static void main(String[] arguments) {
        PinpointVendor vendor = new PinpointVendor();
        vendor.start(9090);
        System.out.println("The fake of Pinpoint answers at " + vendor.address());
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("api_key", "key-of-the-fake");
    }

    /** Nobody knows the real names of the two attributes, so these are our own. */
    @Override
    public Map<String, String> settings() {
        return Map.of("base_url", address(), "start_attribute", "begins", "end_attribute", "ends");
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
        if (!call.header("X-API-KEY").equals(Optional.of("key-of-the-fake"))) {
            return error(401, "Unknown key");
        }
        if (!call.header("Accept").equals(Optional.of("application/vnd.api+json"))) {
            return error(406, "Not JSON:API");
        }
        if (!PARAMETERS.containsAll(call.query().keySet())
                || !call.query("include").equals(Optional.of("application"))) {
            return error(400, "Unknown parameter or relationship");
        }
        if (call.path().equals(PATH)) {
            return list(call);
        }
        return remoteData(call.path().substring(PATH.length() + 1))
                .map(json -> VendorReply.json("{\"data\":%s}".formatted(json)))
                .orElseGet(() -> error(404, "No such interview"));
    }

    private VendorReply list(VendorCall call) {
        int size = call.number("page[size]", 100);
        int number = call.number("page[number]", 1);
        if (size < 1 || size > 1_000 || number < 1) {
            return error(400, "Wrong page");
        }
        List<String> found = interviews.stream().map(Generated::json).toList();
        int from = Math.min(found.size(), (number - 1) * size);
        int to = Math.min(found.size(), from + size);
        return VendorReply.json(
                "{\"data\":[%s],\"included\":[],\"meta\":{\"total_count\":%d,\"page_count\":%d}}"
                        .formatted(
                                String.join(",", found.subList(from, to)),
                                found.size(),
                                Math.ceilDiv(found.size(), size)));
    }

    private static VendorReply error(int status, String title) {
        return VendorReply.json(
                status,
                "{\"errors\":[{\"status\":\"%d\",\"title\":\"%s\"}]}".formatted(status, title));
    }

    private static Generated generated(int number) {
        String id = Integer.toString(1_000 + number);
        String application = Integer.toString(number % 17);
        Instant start = FIRST.plus(Duration.ofHours(number * 7L % 1_000));
        Instant end = start.plus(Duration.ofMinutes(45));
        Instant created = FIRST.minus(Duration.ofMinutes(number * 13L));
        Instant updated = created.plus(Duration.ofMinutes(5));
        String json =
                """
                {"id":"%s","type":"interviews","attributes":{"created_at":"%s","updated_at":"%s","begins":"%s","ends":"%s"},\
                "relationships":{"application":{"data":{"type":"applications","id":"%s"}}}}\
                """
                        .formatted(id, created, updated, start, end, application);
        Interview interview =
                Interview.builder()
                        .id(id)
                        .application(application)
                        .startAt(start)
                        .endAt(end)
                        .createdAt(created)
                        .updatedAt(updated)
                        .build();
        return new Generated(id, interview, json);
    }
}
