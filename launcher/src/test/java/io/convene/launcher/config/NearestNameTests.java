package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class NearestNameTests {
    private static final List<String> PARAMETERS =
            List.of(
                    "application_id",
                    "candidate_id",
                    "created_at",
                    "end_at",
                    "expand",
                    "integrated_account_id",
                    "job_interview_stage_id",
                    "limit",
                    "next_cursor",
                    "remote_query",
                    "start_at",
                    "truto_exclude_fields",
                    "truto_ignore_limit",
                    "truto_ignore_remote_data",
                    "truto_key_by",
                    "truto_response_format",
                    "updated",
                    "updated_at");

    @ParameterizedTest
    @CsvSource({
        "aplication_id, application_id",
        "application_ids, application_id",
        "applicationId, application_id",
        "APPLICATION-ID, application_id",
        "application, application_id",
        "canddiate_id, candidate_id",
        "cadidate_di, candidate_id",
        "created, created_at",
        "craeted_at, created_at",
        "createdAt, created_at",
        "and_at, end_at",
        "start, start_at",
        "strat_at, start_at",
        "expnad, expand",
        "limt, limit",
        "Limit, limit",
        "limits, limit",
        "cursor, next_cursor",
        "nextCursor, next_cursor",
        "next, next_cursor",
        "account_id, integrated_account_id",
        "integrated_acount, integrated_account_id",
        "stage_id, job_interview_stage_id",
        "job_inteview_stage_id, job_interview_stage_id",
        "key_by, truto_key_by",
        "exclude_fields, truto_exclude_fields",
        "truto_exclude_field, truto_exclude_fields",
        "response_format, truto_response_format",
        "truto_reponse_fromat, truto_response_format",
        "ignore_limit, truto_ignore_limit",
        "remotequery, remote_query",
        "udpated, updated",
        "updatedAt, updated_at"
    })
    void findsTheNameThatWasMeant(String name, String meant) {
        assertThat(NearestName.of(name, PARAMETERS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "x",
                "id",
                "at",
                "ids",
                "page",
                "sort",
                "sort_by",
                "status",
                "state",
                "offset",
                "per_page",
                "job_id",
                "tenant_id",
                "interviewer_id",
                "organizer_id",
                "location",
                "truto",
                "truto_super_query",
                "truto_skip_api_call",
                "truto_body_passthrough",
                "super_query",
                "foo",
                "include"
            })
    void suggestsNothingThatIsNotNear(String name) {
        assertThat(NearestName.of(name, PARAMETERS)).isEmpty();
    }

    @Test
    void suggestsNothingWhenSeveralAreEquallyNear() {
        assertThat(NearestName.of("port", List.of("part", "pork"))).isEmpty();
        assertThat(NearestName.of("max_l", List.of("max_limit", "max_lines"))).isEmpty();
        assertThat(NearestName.of("port", List.of())).isEmpty();
    }
}
