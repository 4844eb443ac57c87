package io.convene.sandbox.fountain;

import io.convene.sandbox.wire.Bodies;
import io.convene.sandbox.wire.CheckedCursor;
import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.PageBody;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.Reply;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The read endpoints below {@code /v2}. */
final class FountainRoutes {

    private static final int MOST_IDS = 1_000;
    private static final int PAGE = 50;

    private final Openings openings;
    private final Applicants applicants;

    FountainRoutes(Openings openings, Applicants applicants) {
        this.openings = openings;
        this.applicants = applicants;
    }

    /** The answer, or nothing when there is no such resource. */
    Optional<Reply> answer(IncomingCall call, String path) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        String first = parts.getFirst();
        if (call.method().equals("POST")) {
            return path.equals("/applicants/booked_slots")
                    ? Optional.of(bulk(call))
                    : Optional.empty();
        }
        if (!call.method().equals("GET")) {
            return Optional.empty();
        }
        return switch (parts.size()) {
            case 1 -> list(call, first);
            case 2 -> one(first, parts.get(1)).map(json -> Reply.json(200, json));
            case 3 -> below(call, first, parts.get(1), parts.get(2));
            default -> Optional.empty();
        };
    }

    private Optional<Reply> list(IncomingCall call, String name) {
        return switch (name) {
            case "applicants" -> Optional.of(applicants(call));
            case "funnels" -> Optional.of(Reply.json(200, funnels()));
            case "users" ->
                    Optional.of(
                            Reply.json(
                                    200,
                                    Json.object()
                                            .put(
                                                    "users",
                                                    openings.users().stream()
                                                            .map(Openings.User::json)
                                                            .toList())));
            default -> Optional.empty();
        };
    }

    private Optional<JsonObject> one(String name, String id) {
        return switch (name) {
            case "applicants" -> applicants.find(id).map(Applicants.Applicant::json);
            case "funnels" -> openings.funnel(id).map(Openings.Funnel::json);
            case "stages" -> openings.stage(id).map(Openings.FunnelStage::json);
            default -> Optional.empty();
        };
    }

    private Optional<Reply> below(IncomingCall call, String name, String id, String list) {
        return switch (name + "/" + list) {
            case "applicants/booked_slots" ->
                    applicants
                            .find(id)
                            .map(found -> Reply.json(200, found.booked(false, call.twist())));
            case "applicants/transitions" ->
                    applicants.find(id).map(found -> Reply.json(200, transitions(found)));
            case "funnels/stages" ->
                    openings.funnel(id).map(funnel -> Reply.json(200, stages(funnel)));
            default -> Optional.empty();
        };
    }

    private static JsonObject stages(Openings.Funnel funnel) {
        return Json.object()
                .put("stages", funnel.stages().stream().map(Openings.FunnelStage::json).toList());
    }

    private JsonObject funnels() {
        return Json.object()
                .put("funnels", openings.funnels().stream().map(Openings.Funnel::json).toList())
                // Old answers say "" where newer ones say null.
                .put("pagination", pagination("", ""));
    }

    private static JsonObject transitions(Applicants.Applicant applicant) {
        JsonObject transition =
                Json.object()
                        .put("stage_id", applicant.stage().id())
                        .put("stage_title", applicant.stage().title())
                        .put(
                                "created_at",
                                LocalTimes.iso(applicant.createdAt(), applicant.funnel().zone()))
                        .put("parent_stage_id", null)
                        .put("parent_stage_title", null)
                        .put("sub_stage_id", null)
                        .put("sub_stage_title", null)
                        .put("transitioned_by", null)
                        .put("user", null)
                        .put("funnel_id", applicant.funnel().id());
        return Json.object()
                .put("transitions", List.of(transition))
                .put("pagination", pagination(null, null));
    }

    private static JsonObject pagination(@Nullable String previous, @Nullable String next) {
        return Json.object()
                .put("first", 1)
                .put("last", 1)
                .put("previous", previous)
                .put("current", 1)
                .put("next", next);
    }

    private Reply applicants(IncomingCall call) {
        Optional<String> sent = call.query().first("cursor").filter(text -> !text.isEmpty());
        Optional<Integer> from =
                sent.isEmpty()
                        ? Optional.of(0)
                        : sent.flatMap(CheckedCursor::read).flatMap(FountainRoutes::index);
        if (from.isEmpty()) {
            return unprocessable("Invalid cursor");
        }
        List<Applicants.Applicant> chosen =
                applicants.all().stream()
                        .filter(one -> same(call, "funnel_id", one, found -> found.funnel().id()))
                        .filter(one -> same(call, "stage_id", one, found -> found.stage().id()))
                        .toList();
        int first = Math.min(from.get(), chosen.size());
        int end = Math.min(first + PAGE, chosen.size());
        String next =
                end < chosen.size()
                        ? CheckedCursor.write(List.of("applicants", Integer.toString(end)))
                        : null;
        JsonObject pagination =
                Json.object().put("current_cursor", sent.orElse("")).put("next_cursor", next);
        return Reply.json(
                200,
                Json.object()
                        .put(
                                "applicants",
                                chosen.subList(first, end).stream()
                                        .map(Applicants.Applicant::json)
                                        .toList())
                        .put("pagination", pagination));
    }

    private static boolean same(
            IncomingCall call,
            String name,
            Applicants.Applicant one,
            Function<Applicants.Applicant, String> value) {
        return call.query().first(name).map(value.apply(one)::equals).orElse(true);
    }

    private static Optional<Integer> index(List<String> parts) {
        boolean ours = parts.size() == 2 && parts.getFirst().equals("applicants");
        return ours ? Optional.of(Integer.valueOf(parts.get(1))) : Optional.empty();
    }

    /**
     * A read in the form of a POST. Whoever is unknown is left out; the order is that of creation,
     * not of asking.
     */
    private Reply bulk(IncomingCall call) {
        if (!call.hasType("application/json")) {
            return unprocessable("Content-Type must be application/json");
        }
        Optional<JsonArray> ids =
                Bodies.object(call)
                        .map(body -> body.get("ids"))
                        .filter(JsonArray.class::isInstance)
                        .map(JsonValue::asJsonArray);
        if (ids.isEmpty() || ids.get().stream().anyMatch(id -> !(id instanceof JsonString))) {
            return unprocessable("ids must be an array of strings");
        }
        if (ids.get().isEmpty() || ids.get().size() > MOST_IDS) {
            return unprocessable("ids must have between 1 and " + MOST_IDS + " items");
        }
        Set<String> asked =
                ids.get().getValuesAs(JsonString::getString).stream().collect(Collectors.toSet());
        return Reply.json(200, booked(asked, call.twist()));
    }

    private byte[] booked(Set<String> asked, PageFault twist) {
        List<byte[]> found =
                applicants.all().stream()
                        .filter(applicant -> asked.contains(applicant.id()))
                        .map(applicant -> applicant.booked(true, twist))
                        .toList();
        return PageBody.write("[", found, "]");
    }

    private static Reply unprocessable(String message) {
        return Reply.json(422, Json.object().put("message", message));
    }
}
