package io.convene.bench.peer;

import static io.convene.bench.peer.PeerList.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Greenhouse's interviews, joined with their interviewers, as unified interviews. */
record GreenhousePeerList(VendorClient vendor, ObjectMapper json) implements PeerList {
    private static final int BATCH = 50;
    private static final Pattern NEXT =
            Pattern.compile("<[^>]*[?&]cursor=([^&>]+)[^>]*>\\s*;\\s*rel=\"next\"");
    private static final Map<String, String> STATUSES =
            Map.of(
                    "to_be_scheduled", "draft",
                    "to_be_sent", "draft",
                    "scheduled", "scheduled",
                    "sent", "scheduled",
                    "awaiting_feedback", "awaiting_feedback",
                    "collect_feedback", "awaiting_feedback",
                    "received", "awaiting_feedback",
                    "complete", "completed",
                    "skipped", "cancelled");

    @Override
    public PeerPage page(PeerConfig.PeerAccount account, int limit, @Nullable String cursor)
            throws IOException, InterruptedException {
        String query =
                cursor == null
                        ? "per_page=" + limit
                        : "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = vendor.rows(account, "interviews?" + query);
        JsonNode rows = json.readTree(answer.body());
        Map<String, ArrayNode> panels = panels(account, rows);
        ArrayNode result = json.createArrayNode();
        for (JsonNode row : rows) {
            ArrayNode panel = panels.get(row.path("id").asText());
            result.add(interview((ObjectNode) row, panel == null ? json.createArrayNode() : panel));
        }
        Matcher next = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        return new PeerPage(
                result,
                next.find() ? URLDecoder.decode(next.group(1), StandardCharsets.UTF_8) : null);
    }

    /** The rows of the interviewers by interview, fetched in batches at once. */
    private Map<String, ArrayNode> panels(PeerConfig.PeerAccount account, JsonNode rows)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.path("id").asText()));
        List<CompletableFuture<HttpResponse<byte[]>>> underWay = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            underWay.add(
                    vendor.rowsLater(
                            account,
                            "interviewers?per_page=500&interview_ids=" + String.join(",", batch)));
        }
        Map<String, ArrayNode> panels = new HashMap<>();
        for (CompletableFuture<HttpResponse<byte[]>> answer : underWay) {
            for (JsonNode row : json.readTree(answer.join().body())) {
                panels.computeIfAbsent(
                                row.path("interview_id").asText(), id -> json.createArrayNode())
                        .add(row);
            }
        }
        return panels;
    }

    private ObjectNode interview(ObjectNode row, ArrayNode panel) {
        ObjectNode interview = json.createObjectNode();
        text(interview, "id", text(row.path("id")));
        PeerList.reference(interview, "application", text(row.path("application_id")));
        PeerList.reference(interview, "organizer", text(row.path("organizer_id")));
        Set<String> interviewers = new LinkedHashSet<>();
        for (JsonNode member : panel) {
            String id = text(member.path("user_id"));
            if (id != null) {
                interviewers.add(id);
            }
        }
        PeerList.interviewers(interview, interviewers);
        text(interview, "location", either(row, "location", "video_conferencing_url"));
        text(interview, "start_at", Times.utc(either(row, "starts_at", "all_day_start_on")));
        text(interview, "end_at", Times.utc(either(row, "ends_at", "all_day_end_on")));
        text(interview, "status", STATUSES.get(row.path("status").asText()));
        text(interview, "created_at", Times.utc(text(row.path("created_at"))));
        text(interview, "updated_at", Times.utc(text(row.path("updated_at"))));
        row.set("interviewers", panel);
        interview.set("remote_data", row);
        return interview;
    }

    private static @Nullable String either(JsonNode row, String first, String second) {
        String text = text(row.path(first));
        return text != null ? text : text(row.path(second));
    }
}
