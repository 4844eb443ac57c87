package io.convene.provider.fountain;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds the stages that a slot's titles name: the applicant knows the opening (a funnel), the
 * opening knows its stages. With several candidates only remembered values are used, unless the
 * caller expanded the stage or filters by it.
 */
final class FountainStageJoin {
    private static final Duration KEPT = Duration.ofMinutes(10);

    /**
     * How many calls go out at once, so that the results so far are kept when a later one is
     * refused.
     */
    private static final int AT_ONCE = 10;

    private final Page page;
    private final Query query;
    private final Vendor vendor;
    private final boolean asking;

    private FountainStageJoin(Page page, Query query, Vendor vendor) {
        this.page = page;
        this.query = query;
        this.vendor = vendor;
        this.asking =
                query.asks(Filter.JOB_INTERVIEW_STAGE_ID)
                        || query.expands(Field.JOB_INTERVIEW_STAGE)
                        || query.values(Filter.CANDIDATE_ID).size() == 1;
    }

    static void join(Page page, Query query, Vendor vendor) {
        if (query.wants(Field.JOB_INTERVIEW_STAGE) || query.asks(Filter.JOB_INTERVIEW_STAGE_ID)) {
            new FountainStageJoin(page, query, vendor).join();
        }
    }

    private void join() {
        Map<String, List<Item>> slots =
                page.items().stream()
                        .filter(slot -> slot.words("stage_title").isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        slot -> FountainInterviews.candidate(slot, query).string(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        slots.remove("");
        Map<String, String> funnels =
                all(
                        List.copyOf(slots.keySet()),
                        "applicant ",
                        id -> FountainRequests.applicant(query.settings(), id),
                        (id, response) -> funnel(response));
        Map<String, String> stages =
                all(
                        funnels.values().stream().filter(id -> !id.isEmpty()).distinct().toList(),
                        "stages ",
                        id -> FountainRequests.stages(query.settings(), id),
                        this::stages);
        slots.forEach((applicant, items) -> {
            String written = stages.get(funnels.getOrDefault(applicant, ""));
            if (written != null) {
                attach(items, FountainDirectory.read(written));
            }
        });
    }

    /** The name of each id: remembered, or asked for now and remembered. */
    private Map<String, String> all(
            List<String> ids,
            String prefix,
            Function<String, VendorRequest> request,
            BiFunction<String, VendorResponse, String> read) {
        Map<String, String> known = new LinkedHashMap<>();
        ids.forEach(id -> vendor.recall(prefix + id).ifPresent(value -> known.put(id, value)));
        List<String> unknown =
                asking ? ids.stream().filter(id -> !known.containsKey(id)).toList() : List.of();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<String> some = unknown.subList(from, Math.min(from + AT_ONCE, unknown.size()));
            List<VendorResponse> responses = send(some.stream().map(request).toList());
            if (responses.isEmpty()) {
                break;
            }
            for (int i = 0; i < responses.size(); i++) {
                String id = some.get(i);
                VendorResponse response = responses.get(i);
                read(() -> read.apply(id, response))
                        .ifPresent(value -> {
                            known.put(id, value);
                            vendor.remember(prefix + id, value, KEPT);
                        });
            }
        }
        return known;
    }

    /** The answers, or none when they could not all be had. */
    private List<VendorResponse> send(List<VendorRequest> requests) {
        try {
            return vendor.sendAll(requests);
        } catch (VendorException e) {
            omit(e);
            return List.of();
        }
    }

    private Optional<String> read(Supplier<String> read) {
        try {
            return Optional.of(read.get());
        } catch (VendorException e) {
            omit(e);
            return Optional.empty();
        }
    }

    private void omit(VendorException cause) {
        page.omit(
                Field.JOB_INTERVIEW_STAGE,
                "The stage of an applicant's opening could not be looked up. "
                        + cause.getMessage());
    }

    private static String funnel(VendorResponse response) {
        return FountainAnswers.body(response).at("funnel").id("id").string();
    }

    private String stages(String funnel, VendorResponse response) {
        FountainSideList list =
                new FountainSideList("stages", FountainRequests.stages(query.settings(), funnel));
        return FountainDirectory.of(list.rows(response, vendor), "title").written();
    }

    private static void attach(List<Item> slots, FountainDirectory stages) {
        for (Item slot : slots) {
            stages.id(slot.words("stage_title"))
                    .ifPresent(id -> slot.attach(FountainInterviews.STAGE, List.of(Item.of(id))));
        }
    }
}
