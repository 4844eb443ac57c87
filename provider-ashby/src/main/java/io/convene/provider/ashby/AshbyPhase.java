package io.convene.provider.ashby;

import io.convene.core.Filter;
import io.convene.core.paging.CursorPaging;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of the lists that follow each other: Ashby takes one application and one stage a request, so
 * that several are asked one after the other, every application with every stage.
 */
record AshbyPhase(CursorPaging paging, Optional<String> application, Optional<String> stage) {
    private static final int FORMAT = 1;
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /**
     * The list that a position is in.
     *
     * @throws io.convene.core.spi.VendorException of kind BAD_CURSOR when it is in none of them
     */
    static AshbyPhase of(Query query, Position position) {
        List<String> applications = distinct(query.values(Filter.APPLICATION_ID));
        List<String> stages = distinct(query.values(Filter.JOB_INTERVIEW_STAGE_ID));
        int perApplication = Math.max(1, stages.size());
        int phases = Math.max(1, applications.size()) * perApplication;
        CursorPaging paging = CursorPaging.at(FORMAT, position, phases);
        return new AshbyPhase(
                paging,
                at(applications, paging.phase() / perApplication),
                at(stages, paging.phase() % perApplication));
    }

    /** Whether Ashby refused because it does not know this phase's filter. */
    boolean isUnknownTo(AshbyRefusal refusal) {
        return (application.isPresent() && refusal.says("application_not_found"))
                || (stage.isPresent() && refusal.says("interview_stage_not_found"));
    }

    private static Optional<String> at(List<String> ids, int index) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(index));
    }

    /** The ids without repetitions, which would double their schedules; UUIDs have no case. */
    private static List<String> distinct(List<String> ids) {
        Set<String> seen = new HashSet<>();
        List<String> distinct = new ArrayList<>(ids);
        distinct.removeIf(
                id -> !seen.add(UUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id));
        return distinct;
    }
}
