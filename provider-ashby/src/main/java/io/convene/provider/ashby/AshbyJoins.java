package io.convene.provider.ashby;

import io.convene.core.Field;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The candidates of a page's schedules: a schedule names its application only, and the application
 * its candidate. One call for each application, which needs the permission {@code candidatesRead}.
 *
 * @see <a href="https://developers.ashbyhq.com/reference/applicationinfo">Ashby:
 *     application.info</a>
 */
final class AshbyJoins {
    private static final String APPLICATION = "application";

    private AshbyJoins() {}

    /** Attaches to each schedule its application, and says why where that cannot be done. */
    static void attach(Page page, Settings settings, Vendor vendor) {
        Map<Text, List<Item>> schedules = new LinkedHashMap<>();
        for (Item schedule : page.items()) {
            Text application = schedule.id("applicationId");
            if (application.isPresent()) {
                schedules.computeIfAbsent(application, id -> new ArrayList<>()).add(schedule);
            }
        }
        if (schedules.isEmpty()) {
            return;
        }
        List<VendorRequest> calls =
                schedules.keySet().stream()
                        .map(id -> AshbyRequests.application(settings, id.string()))
                        .toList();
        try {
            List<VendorResponse> answers = vendor.sendAll(calls);
            int next = 0;
            for (List<Item> ofOne : schedules.values()) {
                attach(page, ofOne, answers.get(next++));
            }
        } catch (VendorException e) {
            page.omit(Field.CANDIDATE, String.valueOf(e.getMessage()));
        }
    }

    /** The id of the candidate whom the attached application names. */
    static Text candidate(Item schedule) {
        List<Item> application = schedule.attached(APPLICATION);
        return application.isEmpty()
                ? Text.absent()
                : application.getFirst().at("candidate").id("id");
    }

    private static void attach(Page page, List<Item> schedules, VendorResponse answer) {
        try {
            List<Item> application = List.of(AshbyAnswers.results(answer));
            schedules.forEach(schedule -> schedule.attach(APPLICATION, application));
        } catch (VendorException e) {
            page.omit(Field.CANDIDATE, String.valueOf(e.getMessage()));
        }
    }
}
