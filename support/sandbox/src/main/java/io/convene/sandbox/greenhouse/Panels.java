package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who sits on an interview: nobody, a few, external people without a user, or enough to fill pages.
 */
final class Panels {

    private static final int[] USUAL = {1, 2, 0, 3, 1, 4, 2};
    private static final List<String> REPLIES =
            Arrays.asList("accepted", "needs_action", null, "tentative", "declined");

    private final RandomDraw dice;
    private final Company company;
    private long made;

    Panels(SandboxSettings house, Company company) {
        this.dice = house.dice("greenhouse-panels");
        this.company = company;
    }

    List<TableRow> of(TableRow interview, int index, int count) {
        List<TableRow> rows = new ArrayList<>();
        int size = size(index, count);
        int firstUser = dice.between(0, company.users().size() - 1);
        for (int i = 0; i < size; i++) {
            rows.add(row(interview, firstUser + i));
        }
        return rows;
    }

    /** The ids of those who have a user, in the order in which the vendor lists them. */
    static List<String> users(List<TableRow> panel) {
        return panel.stream()
                .sorted(Comparator.comparingLong(TableRow::id).reversed())
                .flatMap(row -> row.fact("user_id", Long.class).stream())
                .map(Object::toString)
                .toList();
    }

    /**
     * More than a default page now and then; and near the top two that together exceed the largest
     * page.
     */
    private static int size(int index, int count) {
        if (count >= 100 && (index == count - 7 || index == count - 8)) {
            return 300;
        }
        return index % 60 == 30 ? 130 : USUAL[index % USUAL.length];
    }

    private TableRow row(TableRow interview, int seat) {
        long number = made++;
        long id = 52_000_000_003L + number * 1_000;
        boolean external = number % 6 == 4;
        TableRow user = company.users().get(seat % company.users().size());
        Instant created = interview.fact("created_at", Instant.class).orElse(Instant.EPOCH);
        JsonObject json =
                Json.object()
                        .put("id", id)
                        .put("interview_id", interview.id())
                        .put("user_id", external ? null : user.id())
                        .put(
                                "email",
                                external
                                        ? "guest" + number + "@partner.example"
                                        : email(number, seat))
                        .put(
                                "scorecard_id",
                                external || number % 4 == 0
                                        ? null
                                        : 5_633_555_003L + number * 1_000)
                        .put("response_status", REPLIES.get((int) (number % REPLIES.size())))
                        .put("created_at", TableRow.moment(created))
                        .put(
                                "updated_at",
                                TableRow.moment(created.plus(Duration.ofMinutes(number % 600))));
        if (number % 10 == 0) {
            json.put("x_reply", Oddities.value((int) (number / 10)));
        }
        return TableRow.of(id, json, Oddities.style((int) (number % 1_000)));
    }

    private static @Nullable String email(long number, int seat) {
        return number % 2 == 0 ? null : People.email(seat);
    }
}
