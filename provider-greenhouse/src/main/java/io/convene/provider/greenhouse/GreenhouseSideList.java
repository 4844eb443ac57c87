package io.convene.provider.greenhouse;

import io.convene.core.Field;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorRequest;

import java.util.List;
import java.util.stream.Collectors;

/** A list whose rows complete an interview, and the keys by which they belong to it. */
enum GreenhouseSideList {
    /** {@code GET /v3/interviewers}: the panel, which is part of the record itself. */
    INTERVIEWERS("interviewers", "interview_ids", "interview_id", "id"),
    /** {@code GET /v3/applications}: knows the candidate. */
    APPLICATIONS("applications", "ids", "id", "application_id"),
    /** {@code GET /v3/job_interviews}: the slot of the interview plan, which knows the stage. */
    JOB_INTERVIEWS("job_interviews", "ids", "id", "job_interview_id");

    private final String text;
    private final String parameter;
    private final String rowKey;
    private final String itemKey;

    GreenhouseSideList(String text, String parameter, String rowKey, String itemKey) {
        this.text = text;
        this.parameter = parameter;
        this.rowKey = rowKey;
        this.itemKey = itemKey;
    }

    /** The list's name, in its path and next to an item. */
    String text() {
        return text;
    }

    /** The row's member that says to which item it belongs. */
    String rowKey() {
        return rowKey;
    }

    /** The item's member that the row's key equals. */
    String itemKey() {
        return itemKey;
    }

    boolean isWanted(Query query) {
        return switch (this) {
            case INTERVIEWERS -> query.wants(Field.INTERVIEWERS) || query.wants(Field.REMOTE_DATA);
            case APPLICATIONS -> query.wants(Field.CANDIDATE);
            case JOB_INTERVIEWS -> query.wants(Field.JOB_INTERVIEW_STAGE);
        };
    }

    /** The field that suffers when the list cannot be read. */
    Field field(Query query) {
        return switch (this) {
            case INTERVIEWERS ->
                    query.wants(Field.INTERVIEWERS) ? Field.INTERVIEWERS : Field.REMOTE_DATA;
            case APPLICATIONS -> Field.CANDIDATE;
            case JOB_INTERVIEWS -> Field.JOB_INTERVIEW_STAGE;
        };
    }

    VendorRequest request(Query query, List<Text> keys) {
        return GreenhouseRequests.list(query.settings(), text, GreenhouseRequests.MOST_ROWS)
                .query(parameter, keys.stream().map(Text::string).collect(Collectors.joining(",")))
                .build();
    }

    void give(Item item, List<Item> rows) {
        switch (this) {
            case INTERVIEWERS -> item.splice(text, rows);
            case APPLICATIONS, JOB_INTERVIEWS -> item.attach(text, rows);
        }
    }
}
