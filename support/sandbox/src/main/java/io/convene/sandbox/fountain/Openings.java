package io.convene.sandbox.fountain;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Funnels with their stages, and users: titles and names repeat, as they do in life. */
final class Openings {

    private static final List<String> ZONES =
            List.of("America/Los_Angeles", "America/New_York", "Europe/Berlin", "UTC");
    private static final List<List<String>> TITLES =
            List.of(
                    List.of(
                            "Application",
                            "Phone Interview",
                            "Warehouse Tour",
                            "Offer",
                            "Approved"),
                    // The second funnel has one title twice.
                    List.of(
                            "Application",
                            "Phone Interview",
                            "Phone Interview",
                            "Ride-Along",
                            "Approved"),
                    List.of("Application", "Vorstellungsgespräch", "Probetag", "Approved"),
                    List.of("Application", "Video Interview", "Group Interview", "Approved"));
    private static final int USERS = 14;

    private final List<Funnel> funnels = new ArrayList<>();
    private final List<User> users = new ArrayList<>();

    /** One opening. */
    record Funnel(String id, String title, ZoneId zone, List<FunnelStage> stages) {
        JsonObject json() {
            return Json.object()
                    .put("id", id)
                    .put("custom_id", null)
                    .put("title", title)
                    .put("address", "5th Ave. 13")
                    .put("time_zone", zone.getId())
                    .put("description", "")
                    .put("fields", List.of())
                    .put("stages", stages.stream().map(FunnelStage::json).toList())
                    .put("is_private", false)
                    .put("active", true)
                    .put(
                            "location",
                            Json.object().put("id", id.replace('4', '7')).put("name", title));
        }
    }

    /** One stage of an opening. */
    record FunnelStage(String id, String title, String type) {
        JsonObject json() {
            return Json.object()
                    .put("id", id)
                    .put("title", title)
                    .put("type", type)
                    .put("parent_id", null);
        }
    }

    /** Somebody who interviews. */
    record User(String id, String name, String email) {
        JsonObject json() {
            return Json.object().put("id", id).put("name", name).put("email", email);
        }
    }

    Openings(SandboxSettings house) {
        RandomDraw dice = house.dice("fountain-openings");
        for (int i = 0; i < TITLES.size(); i++) {
            List<FunnelStage> stages = new ArrayList<>();
            for (String title : TITLES.get(i)) {
                stages.add(new FunnelStage(dice.uuid(), title, type(title)));
            }
            ZoneId zone = ZoneId.of(ZONES.get(i));
            funnels.add(new Funnel(dice.uuid(), "Driver " + (i + 1), zone, List.copyOf(stages)));
        }
        for (int i = 0; i < USERS; i++) {
            // The last two bear the names of the first two.
            users.add(new User(dice.uuid(), People.name(i % (USERS - 2)), People.email(i)));
        }
    }

    private static String type(String title) {
        return switch (title) {
            case "Approved" -> "HiredStage";
            case "Application" -> "ApplicationStage";
            default -> "InterviewStage";
        };
    }

    List<Funnel> funnels() {
        return funnels;
    }

    List<User> users() {
        return users;
    }

    Optional<Funnel> funnel(String id) {
        return funnels.stream().filter(funnel -> funnel.id().equals(id)).findFirst();
    }

    Optional<FunnelStage> stage(String id) {
        return funnels.stream()
                .flatMap(funnel -> funnel.stages().stream())
                .filter(stage -> stage.id().equals(id))
                .findFirst();
    }
}
