package io.convene.bench.peer;

import static io.convene.bench.peer.PeerList.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Ashby's schedules as unified interviews. */
record AshbyPeerList(VendorClient vendor, ObjectMapper json) implements PeerList {
    private static final int LARGEST_PAGE = 100;
    private static final Map<String, String> STATUSES =
            Map.ofEntries(
                    Map.entry("NeedsScheduling", "draft"),
                    Map.entry("SchedulingRequested", "draft"),
                    Map.entry("WaitingOnCandidateBooking", "draft"),
                    Map.entry("WaitingOnCandidateAvailability", "draft"),
                    Map.entry("CandidateAvailabilitySubmitted", "draft"),
                    Map.entry("OnHold", "draft"),
                    Map.entry("Scheduled", "scheduled"),
                    Map.entry("WaitingOnFeedback", "awaiting_feedback"),
                    Map.entry("Complete", "completed"),
                    Map.entry("Cancelled", "cancelled"));

    @Override
    public PeerPage page(PeerConfig.PeerAccount account, int limit, @Nullable String cursor)
            throws IOException, InterruptedException {
        int size = Math.min(limit, LARGEST_PAGE);
        JsonNode answer = json.readTree(vendor.schedules(account, size, cursor).body());
        if (!answer.path("success").asBoolean()) {
            throw new IOException("Ashby did not answer with success");
        }
        ArrayNode result = json.createArrayNode();
        answer.path("results").forEach(schedule -> result.add(interview(schedule)));
        boolean more = answer.path("moreDataAvailable").asBoolean();
        return new PeerPage(result, more ? text(answer.path("nextCursor")) : null);
    }

    private ObjectNode interview(JsonNode schedule) {
        ObjectNode interview = json.createObjectNode();
        JsonNode events = schedule.path("interviewEvents");
        text(interview, "id", text(schedule.path("id")));
        PeerList.reference(interview, "application", text(schedule.path("applicationId")));
        PeerList.reference(
                interview, "job_interview_stage", text(schedule.path("interviewStageId")));
        PeerList.reference(interview, "organizer", userId(schedule.path("scheduledBy")));
        PeerList.interviewers(interview, interviewers(events));
        text(interview, "location", location(events));
        text(interview, "start_at", Times.utc(outermost(events, "startTime", true)));
        text(interview, "end_at", Times.utc(outermost(events, "endTime", false)));
        text(interview, "status", STATUSES.get(schedule.path("status").asText()));
        String created = text(schedule.path("createdAt"));
        text(
                interview,
                "created_at",
                Times.utc(created != null ? created : outermost(events, "createdAt", true)));
        text(interview, "updated_at", Times.utc(text(schedule.path("updatedAt"))));
        interview.set("remote_data", schedule);
        return interview;
    }

    private static Set<String> interviewers(JsonNode events) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode event : events) {
            JsonNode users = event.path("interviewers");
            for (JsonNode user : users.isEmpty() ? event.path("interviewerUserIds") : users) {
                String id = userId(user);
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static @Nullable String location(JsonNode events) {
        String place = first(events, "location");
        return place != null ? place : first(events, "meetingLink");
    }

    private static @Nullable String first(JsonNode events, String name) {
        for (JsonNode event : events) {
            String text = text(event.path(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String outermost(JsonNode events, String name, boolean earliest) {
        String outermost = null;
        for (JsonNode event : events) {
            String time = text(event.path(name));
            if (time != null
                    && (outermost == null
                            || OffsetDateTime.parse(time).isBefore(OffsetDateTime.parse(outermost))
                                    == earliest)) {
                outermost = time;
            }
        }
        return outermost;
    }

    private static @Nullable String userId(JsonNode user) {
        return text(user.isObject() ? user.path("id") : user);
    }
}
