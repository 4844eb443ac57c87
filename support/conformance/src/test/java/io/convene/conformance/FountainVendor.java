package io.convene.conformance;

import io.convene.core.Interview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fountain lists within applicants only, by no order of its own: ours is start, then id. */
final class FountainVendor extends SandboxVendor {
    /** Zones whose abbreviations are known whatever the account's zone, which is Los Angeles. */
    private static final Set<ZoneId> TELLING =
            Set.of(
                    ZoneId.of("America/Los_Angeles"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("UTC"));

    FountainVendor(String connection, int interviews, Instant now) {
        super(connection, interviews, now);
    }

    @Override
    void fill(Drawn drawn, Interview.Builder interview) {
        drawn.text("applicant").ifPresent(interview::candidate);
        only(drawn, "stages", "title", "stage_title").ifPresent(interview::jobInterviewStage);
        interview.interviewers(only(drawn, "users", "name", "recruiter").stream().toList());
        drawn.text("place").ifPresent(interview::location);
        time(drawn, "start").ifPresent(interview::startAt);
        time(drawn, "end").ifPresent(interview::endAt);
        status(drawn).ifPresent(interview::status);
        time(drawn, "booked").ifPresent(interview::createdAt);
    }

    @Override
    Comparator<Drawn> order() {
        return Comparator.comparing((Drawn drawn) -> time(drawn, "start").orElse(Instant.MAX))
                .thenComparing(drawn -> drawn.text("id").orElseThrow());
    }

    @Override
    public Map<String, List<String>> within() {
        return Map.of("candidate_id", sandbox().applicantIds());
    }

    private Optional<String> status(Drawn drawn) {
        Optional<Boolean> showedUp = drawn.value("showed_up", Boolean.class);
        if (showedUp.isPresent()) {
            return Optional.of(showedUp.get() ? "completed" : "cancelled");
        }
        return time(drawn, "end")
                .or(() -> time(drawn, "start"))
                .map(end -> now().isBefore(end) ? "scheduled" : "awaiting_feedback");
    }

    /** Without a year there are no seconds either, and a zone only by an abbreviation. */
    private static Optional<Instant> time(Drawn drawn, String name) {
        Optional<Instant> time = drawn.time(name);
        if (!drawn.value("yearless", Boolean.class).orElseThrow()) {
            return time;
        }
        return time.filter(
                        moment -> TELLING.contains(drawn.value("zone", ZoneId.class).orElseThrow()))
                .map(moment -> moment.truncatedTo(ChronoUnit.MINUTES));
    }

    /** The id of the only one of that name. */
    private static Optional<String> only(Drawn drawn, String list, String member, String name) {
        Optional<String> wanted = drawn.text(name);
        List<String> ids =
                drawn.parts(list).stream()
                        .filter(part -> part.text(member).equals(wanted))
                        .flatMap(part -> part.text("id").stream())
                        .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }
}
