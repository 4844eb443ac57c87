package io.convene.testkit.engine.interviews;

import io.convene.core.Interview;
import io.convene.core.InterviewStatus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The interviews that the author expects. */
public final class Truth {
    private Truth() {}

    /**
     * The author's interviews.
     *
     * @param documents each interview as JSON
     * @param remoteData the vendor's records by the interview's id
     * @param ids the ids that there must be
     * @throws IllegalArgumentException when an interview is missing, comes twice, has no id or is
     *     not the vendor's, or its status is none that the endpoint answers
     */
    public static List<InterviewRow> read(
            List<String> documents, Map<String, String> remoteData, List<String> ids) {
        List<InterviewRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String document : documents) {
            Interview interview = InterviewJson.read(document);
            String id =
                    interview
                            .id()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "truth() has an interview without an id."));
            checkStatus(interview, id);
            rows.add(InterviewRow.of(interview, Optional.ofNullable(remoteData.get(id)), 0));
            if (!seen.add(id)) {
                throw new IllegalArgumentException("truth() has %s twice.".formatted(id));
            }
        }
        if (!rows.isEmpty() && !seen.equals(new HashSet<>(ids))) {
            throw new IllegalArgumentException(
                    "truth() has %d interviews, which are not the %d of interviewIds()."
                            .formatted(rows.size(), ids.size()));
        }
        return rows;
    }

    private static void checkStatus(Interview interview, String id) {
        if (interview.status().isPresent() && interview.knownStatus().isEmpty()) {
            throw new IllegalArgumentException(
                    "truth() has the status '%s' for %s; the endpoint answers one of %s."
                            .formatted(
                                    interview.status().get(),
                                    id,
                                    Arrays.stream(InterviewStatus.values())
                                            .map(InterviewStatus::text)
                                            .toList()));
        }
    }
}
