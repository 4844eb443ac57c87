package io.convene.sandbox.fountain;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.PageBody;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The applicants, oldest first, each with the slots booked: some have more than sixty, one has
 * none.
 */
final class Applicants {

    private static final int MANY = 64;

    private final Map<String, Applicant> byId = new LinkedHashMap<>();
    private final RandomDraw dice;
    private final Instant now;
    private final Duration step;
    private final Openings openings;

    /** One applicant: per opening, as Fountain keeps them. */
    record Applicant(
            String id,
            int number,
            Openings.Funnel funnel,
            Openings.FunnelStage stage,
            Openings.User owner,
            Instant createdAt,
            List<Slots.Slot> slots) {

        JsonObject json() {
            String created = LocalTimes.iso(createdAt, funnel.zone());
            return Json.object()
                    .put("id", id)
                    .put("email", People.email(number))
                    .put("name", People.name(number))
                    .put("first_name", People.first(number))
                    .put("last_name", People.last(number))
                    .put("phone_number", "555010" + number)
                    .put("created_at", created)
                    .put("updated_at", created)
                    .put("last_transitioned_at", created)
                    .put("data", Json.object().put("color_of_eyes", "brown"))
                    .put(
                            "funnel",
                            Json.object()
                                    .put("id", funnel.id())
                                    .put("title", funnel.title())
                                    .put("custom_id", ""))
                    .put("stage", stage.json())
                    .put("assigned_user", owner.json())
                    .put("labels", List.of());
        }

        /**
         * {@code {"booked_slots":[…]}}, with the applicant's id in front when several are answered
         * at once.
         */
        byte[] booked(boolean withId, PageFault twist) {
            List<byte[]> records = slots.stream().map(Slots.Slot::bytes).toList();
            String head = withId ? "\"applicant_id\":\"" + id + "\"," : "";
            return PageBody.write(
                    "{" + head + "\"booked_slots\":[", PageBody.twisted(twist, records), "]}");
        }
    }

    Applicants(SandboxSettings house, Openings openings) {
        this.dice = house.dice("fountain-applicants");
        this.now = house.now();
        this.openings = openings;
        this.step = Duration.ofDays(60).dividedBy(house.interviews() + 4L);
        Slots slots = new Slots(house, openings);
        int left = house.interviews();
        for (int number = 0; left > 0 || number < 4; number++) {
            int size = Math.min(left, size(number, house.interviews()));
            add(number, size, slots);
            left -= size;
        }
    }

    /**
     * The first two have many slots if there are enough interviews, the third has none, all others
     * have a few; of a thousand interviews so many that one request takes all applicants.
     */
    private int size(int number, int interviews) {
        return switch (number) {
            case 0 -> interviews >= 4 * MANY ? MANY : 2;
            case 1 -> interviews >= 4 * MANY ? MANY - 3 : 1;
            case 2 -> 0;
            default -> dice.between(1, interviews < 1_000 ? 5 : 9);
        };
    }

    private void add(int number, int size, Slots slots) {
        Openings.Funnel funnel = openings.funnels().get(number % openings.funnels().size());
        Instant created = now.minus(Duration.ofDays(120)).plus(step.multipliedBy(number));
        List<Slots.Slot> booked =
                Stream.generate(() -> slots.next(funnel, created)).limit(size).toList();
        String id = dice.uuid();
        byId.put(
                id,
                new Applicant(
                        id,
                        number,
                        funnel,
                        dice.pick(funnel.stages()),
                        dice.pick(openings.users()),
                        created,
                        booked));
    }

    List<Applicant> all() {
        return List.copyOf(byId.values());
    }

    Optional<Applicant> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
