package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that schedules refer to, by id: users, one plan's stages, interview definitions and
 * applications.
 */
final class AshbyOrganization {

    private static final int USERS = 24;
    private static final List<String> ROLES =
            List.of(
                    "Organization Admin",
                    "Elevated Access",
                    "Limited Access",
                    "External Recruiter",
                    "Interviewer");
    private static final List<String> STAGES =
            List.of("PreInterviewScreen", "Active", "Active", "Offer", "Hired", "Archived");
    private static final List<String> STATUSES =
            List.of("Active", "Active", "Hired", "Archived", "Lead");

    private final RandomDraw dice;
    private final Instant now;
    private final String planId;
    private final Map<String, JsonObject> users = new LinkedHashMap<>();
    private final Map<String, JsonObject> stages = new LinkedHashMap<>();
    private final Map<String, JsonObject> interviews = new LinkedHashMap<>();
    private final Map<String, JsonObject> applications = new LinkedHashMap<>();
    private final Map<String, String> candidates = new LinkedHashMap<>();

    AshbyOrganization(SandboxSettings house) {
        this.dice = house.dice("ashby-org");
        this.now = house.now();
        this.planId = dice.uuid();
        for (int i = 0; i < USERS; i++) {
            String id = dice.uuid();
            users.put(id, user(id, i));
        }
        for (int i = 0; i < STAGES.size(); i++) {
            String id = dice.uuid();
            stages.put(id, stage(id, i));
        }
        for (String title :
                List.of("Debrief", "Take-home assignment", "Interview", "Technical Screen")) {
            String id = dice.uuid();
            interviews.put(id, interview(id, title));
        }
        for (int i = 0; i < Math.max(1, house.interviews() * 2 / 3); i++) {
            String id = dice.uuid();
            applications.put(id, application(id, i));
        }
    }

    String planId() {
        return planId;
    }

    Map<String, JsonObject> users() {
        return users;
    }

    Map<String, JsonObject> stages() {
        return stages;
    }

    Map<String, JsonObject> interviews() {
        return interviews;
    }

    Map<String, JsonObject> applications() {
        return applications;
    }

    /** The id of the candidate who applied. */
    String candidate(String application) {
        return candidates.getOrDefault(application, "");
    }

    /** A user's members, to be written alone or to grow into an interviewer. */
    JsonObject person(String id) {
        int i = List.copyOf(users.keySet()).indexOf(id);
        return user(id, i);
    }

    private JsonObject user(String id, int i) {
        JsonObject user =
                Json.object()
                        .put("id", id)
                        .put("firstName", People.first(i))
                        .put("lastName", People.last(i));
        if (i % 7 != 6) {
            user.put("email", People.email(i));
        }
        return user.put("globalRole", ROLES.get(i % ROLES.size()))
                .put("isEnabled", i % 9 != 8)
                .put("updatedAt", now.minus(Duration.ofDays(30L + i)));
    }

    private JsonObject stage(String id, int i) {
        return Json.object()
                .put("id", id)
                .put("title", "Stage " + (i + 1))
                .put("type", STAGES.get(i))
                .put("orderInInterviewPlan", i)
                .put("interviewStageGroupId", null)
                .put("interviewPlanId", planId);
    }

    private static JsonObject interview(String id, String title) {
        return Json.object()
                .put("id", id)
                .put("title", title)
                .put("externalTitle", title)
                .put("isArchived", title.startsWith("Take"))
                .put("isDebrief", title.equals("Debrief"))
                .put("isFeedbackRequired", !title.equals("Debrief"))
                .put("isFeedbackRequested", !title.equals("Debrief"))
                .put("instructionsHtml", null)
                .put("instructionsPlain", null)
                .put("feedbackFormDefinitionId", id);
    }

    private JsonObject application(String id, int i) {
        Instant created =
                dice.moment(now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(190)));
        String candidateId = dice.uuid();
        candidates.put(id, candidateId);
        JsonObject candidate =
                Json.object()
                        .put("id", candidateId)
                        .put("name", People.name(i))
                        .put(
                                "primaryEmailAddress",
                                Json.object()
                                        .put("value", People.email(i))
                                        .put("type", "Personal")
                                        .put("isPrimary", true));
        JsonObject application =
                Json.object()
                        .put("id", id)
                        .put("createdAt", created)
                        .put("updatedAt", created.plus(Duration.ofDays(2)))
                        .put("candidate", candidate)
                        .put("status", STATUSES.get(i % STATUSES.size()))
                        .put("customFields", i % 8 == 0 ? List.of(Oddities.value(i)) : List.of())
                        .put("currentInterviewStage", dice.pick(List.copyOf(stages.values())))
                        .put("creditedToUser", null);
        return application.put(
                "job", Json.object().put("id", dice.uuid()).put("title", "Engineer " + i % 6));
    }
}
