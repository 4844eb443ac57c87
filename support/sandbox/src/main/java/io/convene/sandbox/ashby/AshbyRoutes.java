package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Reply;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** The endpoints, each with the permission it needs. */
final class AshbyRoutes {

    private final Map<String, AshbyEndpoint> endpoints = new HashMap<>();
    private final AshbyOrganization org;
    private final Schedules schedules;
    private final AshbyPages pages;

    /** The function that answers, and the permission that the key must have. */
    record AshbyEndpoint(String permission, BiFunction<AshbyArguments, Instant, Reply> answer) {}

    AshbyRoutes(AshbyOrganization org, Schedules schedules, AshbyPages pages) {
        this.org = org;
        this.schedules = schedules;
        this.pages = pages;
        add("interviewSchedule.list", "interviewsRead", this::schedules);
        add("interviewEvent.list", "interviewsRead", this::events);
        add("interview.list", "interviewsRead", this::interviews);
        add(
                "interview.info",
                "interviewsRead",
                (ask, now) -> info(org.interviews(), ask, "id", "interview_not_found"));
        add("interviewStage.list", "interviewsRead", (ask, now) -> stages(ask));
        add(
                "interviewStage.info",
                "interviewsRead",
                (ask, now) ->
                        info(org.stages(), ask, "interviewStageId", "interview_stage_not_found"));
        add(
                "interviewPlan.list",
                "interviewsRead",
                (ask, now) ->
                        pages.page(
                                "interviewPlan.list",
                                List.of(
                                        Json.object()
                                                .put("id", org.planId())
                                                .put("title", "Default")
                                                .put("isArchived", false)
                                                .bytes()),
                                ask,
                                now));
        add(
                "application.info",
                "candidatesRead",
                (ask, now) ->
                        info(org.applications(), ask, "applicationId", "application_not_found"));
        add(
                "user.info",
                "organizationRead",
                (ask, now) -> info(org.users(), ask, "userId", "user_not_found"));
        add("user.list", "organizationRead", this::users);
    }

    Optional<AshbyEndpoint> find(String name) {
        return Optional.ofNullable(endpoints.get(name));
    }

    private void add(
            String name, String permission, BiFunction<AshbyArguments, Instant, Reply> answer) {
        endpoints.put(name, new AshbyEndpoint(permission, answer));
    }

    private Reply schedules(AshbyArguments ask, Instant now) {
        Optional<String> application = ask.uuid("applicationId");
        Optional<String> stage = ask.uuid("interviewStageId");
        OptionalLong after = ask.millis("createdAfter");
        Optional<Instant> changed = pages.changedSince(ask);
        String list =
                "interviewSchedule.list"
                        + application.map(id -> " applicationId=" + id).orElse("")
                        + stage.map(id -> " interviewStageId=" + id).orElse("")
                        + (after.isPresent() ? " createdAfter=" + after.getAsLong() : "");
        List<byte[]> found =
                schedules.all().stream()
                        .filter(one -> application.map(one.applicationId()::equals).orElse(true))
                        .filter(one -> stage.map(one.stageId()::equals).orElse(true))
                        .filter(one ->
                                after.isEmpty()
                                        || one.createdAt().toEpochMilli() > after.getAsLong())
                        .filter(one -> changed.map(one.updatedAt()::isAfter).orElse(true))
                        .map(Schedules.Schedule::bytes)
                        .toList();
        return pages.page(list, found, ask, now);
    }

    private Reply events(AshbyArguments ask, Instant now) {
        String schedule = ask.requiredUuid("interviewScheduleId");
        List<byte[]> found =
                schedules.all().stream()
                        .filter(one -> one.id().equals(schedule))
                        .flatMap(one -> one.events().stream())
                        .map(JsonObject::bytes)
                        .toList();
        return pages.page("interviewEvent.list interviewScheduleId=" + schedule, found, ask, now);
    }

    private Reply interviews(AshbyArguments ask, Instant now) {
        boolean archived = ask.flag("includeArchived");
        List<byte[]> found =
                org.interviews().values().stream()
                        .filter(interview -> archived || is(interview, "isArchived", "false"))
                        .map(JsonObject::bytes)
                        .toList();
        return pages.page("interview.list" + (archived ? " archived=true" : ""), found, ask, now);
    }

    private Reply users(AshbyArguments ask, Instant now) {
        boolean deactivated = ask.flag("includeDeactivated");
        List<byte[]> found =
                org.users().values().stream()
                        .filter(user -> deactivated || is(user, "isEnabled", "true"))
                        .map(JsonObject::bytes)
                        .toList();
        return pages.page("user.list" + (deactivated ? " deactivated=true" : ""), found, ask, now);
    }

    private Reply stages(AshbyArguments ask) {
        if (!ask.requiredUuid("interviewPlanId").equals(org.planId())) {
            throw AshbyArguments.refused("interview_plan_not_found", "Interview plan not found");
        }
        return AshbyPages.one(Json.array(org.stages().values()));
    }

    private static Reply info(
            Map<String, JsonObject> all, AshbyArguments ask, String argument, String notFound) {
        JsonObject found = all.get(ask.requiredUuid(argument));
        if (found == null) {
            throw AshbyArguments.refused(
                    notFound, "Not found - are you lacking permissions to access it?");
        }
        return AshbyPages.one(found);
    }

    private static boolean is(JsonObject object, String member, String word) {
        return object.get(member).map(Json.verbatim(word)::equals).orElse(false);
    }
}
