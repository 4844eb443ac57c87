package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.query.Filters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ListParametersReaderTests {
    private static final String ACCOUNT = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

    @Test
    void takesNothingForTheDefaults() {
        ListParameters parameters = read("");

        assertThat(parameters.accountId()).isEmpty();
        assertThat(parameters.filters().isEmpty()).isTrue();
        assertThat(parameters.limit()).isEqualTo(100);
        assertThat(parameters.cursor()).isEmpty();
        assertThat(parameters.excluded()).isEmpty();
        assertThat(parameters.format()).isEqualTo(Format.UNIFIED);
    }

    @Test
    void countsASingleParameterWithoutAValueAsNotSent() {
        ListParameters parameters =
                read(
                        "next_cursor=&limit=&integrated_account_id=&truto_response_format=&truto_key_by&truto_ignore_limit=&truto_ignore_remote_data&=&&");

        assertThat(parameters.cursor()).isEmpty();
        assertThat(parameters.limit()).isEqualTo(100);
        assertThat(parameters.accountId()).isEmpty();
        assertThat(parameters.format()).isEqualTo(Format.UNIFIED);
        assertThat(parameters.keyBy()).isEmpty();
        assertThat(parameters.wholeList()).isFalse();
        assertThat(parameters.excluded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application_id=,|application_id",
                "application_id=%20|application_id",
                "application_id=+,+|application_id",
                "application_id[in]=,,|application_id[in]",
                "application_id[eq]=%20%E3%80%80|application_id[eq]",
                "application_id=|application_id",
                "application_id|application_id",
                "candidate_id[]=|candidate_id[]",
                "candidate_id[]=&candidate_id[]=,|candidate_id[]",
                "candidate_id[0]=%20&candidate_id[1]=|candidate_id[0]",
                "candidate_id%5Bin%5D%5B%5D=,%20,|candidate_id[in][]",
                "job_interview_stage_id=%C2%A0|job_interview_stage_id",
                "job_interview_stage_id=%E2%80%AF,%E2%80%8B|job_interview_stage_id",
                "job_interview_stage_id=%EF%BB%BF|job_interview_stage_id",
                "candidate_id=a&application_id=,|application_id",
                "created_at=|created_at",
                "created_at[gte]=|created_at[gte]",
                "created_at[gte]=2026-03-02&created_at[lt]=|created_at[lt]",
                "updated=|updated",
                "end_at[eq]|end_at[eq]",
                "expand[]=|expand[]",
                "expand=,|expand",
                "truto_exclude_fields=|truto_exclude_fields",
                "truto_exclude_fields[]=,%20|truto_exclude_fields[]"
            })
    void refusesAFilterOrAListWithoutAValue(String query, String label) {
        for (Compatibility compatibility : Compatibility.values()) {
            assertThatThrownBy(() -> read(query, compatibility))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.status()).isEqualTo(400))
                    .hasMessageContaining("'" + label + "' has no value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at=%20", "created_at[gte]=,", "start_at=%C2%A0", "end_at=+"})
    void refusesATimeOfBlanks(String query) {
        assertThatThrownBy(() -> read(query)).hasMessageContaining("is not an ISO 8601");
    }

    @Test
    void leavesEmptyValuesOutOfAListThatHasOthers() {
        assertThat(read("candidate_id[]=&candidate_id[]=a").filters().values(Filter.CANDIDATE_ID))
                .containsExactly("a");
        assertThat(read("candidate_id=%C2%A0a%20,,b,").filters().values(Filter.CANDIDATE_ID))
                .containsExactly("a", "b");
        assertThat(read("expand=candidate,").expand()).containsExactly(Field.CANDIDATE);
    }

    @Test
    void takesListsWhoseNameIsRepeatedWithoutBrackets() {
        ListParameters parameters =
                read(
                        "truto_exclude_fields=id&truto_exclude_fields=location&application_id=a&application_id=b"
                                + "&expand=candidate&expand=job_interview_stage&candidate_id[in]=c&candidate_id[in]=d"
                                + "&job_interview_stage_id[eq]=e&job_interview_stage_id=f&job_interview_stage_id[]=g,h");

        assertThat(parameters.excluded()).containsExactlyInAnyOrder(Field.ID, Field.LOCATION);
        assertThat(parameters.expand())
                .containsExactlyInAnyOrder(Field.CANDIDATE, Field.JOB_INTERVIEW_STAGE);
        assertThat(parameters.filters().values(Filter.APPLICATION_ID)).containsExactly("a", "b");
        assertThat(parameters.filters().values(Filter.CANDIDATE_ID)).containsExactly("c", "d");
        assertThat(parameters.filters().values(Filter.JOB_INTERVIEW_STAGE_ID))
                .containsExactly("e", "f", "g", "h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application_id[",
                "application_id[=1",
                "application_id]=1",
                "application_id]",
                "application_id[in=1",
                "application_id[in]]=1",
                "application_id[[in]]=1",
                "application_id[in]x=1",
                "application_id][=1",
                "application]_id[in]=1",
                "application_id%5B=1",
                "application_id%5D=",
                "created_at[gte]]=2026-03-02",
                "limit]=5",
                "]=1",
                "remote_query[a][=1",
                "nonsense[=1",
                "nonsense]=1"
            })
    void refusesUnbalancedBrackets(String query) {
        for (Compatibility compatibility : Compatibility.values()) {
            assertThatThrownBy(() -> read(query, compatibility))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("unbalanced brackets");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[=1", "[a]=1", "[]=", "=1", "%5Ba%5D=1"})
    void refusesAParameterWithoutAName(String query) {
        assertThatThrownBy(() -> read(query, Compatibility.ORIGINAL))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("has no name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=5&limit=",
                "next_cursor=a&next_cursor=b",
                "truto_key_by=id&truto_key_by=id",
                "created_at=2026-03-02&created_at=2026-03-03",
                "created_at[gte]=2026-03-02&created_at[gte]=2026-03-02",
                "remote_query[a]=1&remote_query[a]=2",
                "truto_ignore_limit=true&truto_ignore_limit=false"
            })
    void refusesWhatHasOneValueWhenItIsSentTwice(String query) {
        for (Compatibility compatibility : Compatibility.values()) {
            assertThatThrownBy(() -> read(query, compatibility))
                    .hasMessageContaining("is given twice");
        }
    }

    @Test
    void namesTheParameterByWhichFieldsAreLeftOut() {
        assertThatThrownBy(() -> read("truto_response_format=raw&truto_exclude_fields=remote_data"))
                .hasMessageContaining("both truto_exclude_fields and");
        assertThatThrownBy(() -> read("truto_response_format=raw&truto_ignore_remote_data=true"))
                .hasMessageContaining("both truto_ignore_remote_data and");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate_id[]=a&candidate_id[]=b",
                "candidate_id[0]=a&candidate_id[1]=b",
                "candidate_id=a,b",
                "candidate_id[in]=a,b",
                "candidate_id%5B%5D=a&candidate_id%5B%5D=b",
                "candidate_id=a%2Cb",
                "candidate_id[]=a,b&candidate_id[]=a",
                "candidate_id[in][]=a&candidate_id[in][]=b",
                "candidate_id%5Bin%5D%5B0%5D=a&candidate_id%5Bin%5D%5B1%5D=b"
            })
    void readsSeveralIdsInEveryForm(String query) {
        assertThat(read(query).filters().values(Filter.CANDIDATE_ID)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "start_at=2026-03-02, start_at=[2026-03-02T00:00:00Z*)",
        "end_at=2026-03-02, end_at=(*2026-03-03T00:00:00Z)",
        "end_at=2026-03-02T10:00:00Z, end_at=(*2026-03-02T10:00:00Z]",
        "created_at=2026-03-02T10:00:00%2B02:00, created_at=[2026-03-02T08:00:00Z*)",
        "created_at=2026-03-02T10:00:00+02:00, created_at=[2026-03-02T08:00:00Z*)",
        "created_at[gt]=2026-03-02, created_at=[2026-03-03T00:00:00Z*)",
        "created_at[gt]=2026-03-02T10:00:00Z, created_at=(2026-03-02T10:00:00Z*)",
        "created_at[lte]=2026-03-02, created_at=(*2026-03-03T00:00:00Z)",
        "created_at[lt]=2026-03-02, created_at=(*2026-03-02T00:00:00Z)",
        "created_at[eq]=2026-03-02, created_at=[2026-03-02T00:00:00Z*2026-03-03T00:00:00Z)",
        "created_at[gte]=2026-03-02&created_at[lt]=2026-04-01, created_at=[2026-03-02T00:00:00Z*2026-04-01T00:00:00Z)",
        "updated=2026-03-02, updated_at=[2026-03-02T00:00:00Z*)"
    })
    void readsTimesAsRanges(String query, String canonical) {
        assertThat(read(query).filters().canonical().replace('\u001f', '*')).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0|from 1 to 500",
                "limit=501|from 1 to 500",
                "limit=ten|from 1 to 500",
                "limit[]=5|takes one value",
                "limit=5&limit=6|given twice",
                "aplication_id=1|did you mean 'application_id'?",
                "created=2026-01-01|did you mean 'created_at'?",
                "created_at=yesterday|not an ISO 8601",
                "created_at=2026-02-30|not an ISO 8601",
                "created_at=2026-03-02T10:00:00|not an ISO 8601",
                "created_at[after]=2026-03-02|use one of eq, gt, gte, lt, lte",
                "created_at[]=2026-03-02|not a list",
                "created_at[gte][0]=2026-03-02|not a list",
                "expand[field][0]=candidate|is a list",
                "candidate_id[gt]=1|ids take eq or in",
                "candidate_id[=1|unbalanced brackets",
                "integrated_account_id=42|not a UUID",
                "truto_ignore_remote_data=yes|true or false",
                "truto_response_format=xml|use one of unified",
                "remote_query[cursor]=x|reserved",
                "remote_query[API_KEY]=x|reserved",
                "remote_query=x|needs a name",
                "truto_exclude_fields=remote_data.id|vendor's own bytes",
                "truto_response_format=raw&truto_key_by=id|truto_key_by and the raw format",
                "truto_response_format=raw&expand[]=candidate|expand and the raw format",
                "truto_response_format=stream&truto_key_by=id|truto_key_by and the stream format",
                "truto_response_format=stream&truto_ignore_limit=true|truto_ignore_limit and the stream format",
                "truto_response_format=stream&truto_exclude_fields=id|truto_exclude_fields and the stream format",
                "truto_response_format=streamed|unified, normalized, raw, stream, debug",
                "truto_response_format=debug&truto_ignore_limit=true|truto_ignore_limit and the debug format",
                "expand=location|cannot be expanded",
                "a%zz=1|hexadecimal",
                "candidate_id=a%1Fb|control character",
                "candidate_id=%ff|UTF-8"
            })
    void refusesWhatItCannotTakeAndSaysWhatToDo(String query, String sentence) {
        assertThatThrownBy(() -> read(query))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesBracketsNestedTooDeeply() {
        assertThat(read("remote_query" + "[a]".repeat(16) + "=1").filters().isEmpty()).isFalse();
        assertThatThrownBy(() -> read("remote_query" + "[a]".repeat(17) + "=1"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("more than 16 brackets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s=1", "[%s]=1", "[a]=1&created_at[%s]=1", "[%s][%1$s]=1"})
    void quotesNoMoreOfALongNameThanFitsIntoASentence(String keys) {
        String query = "created_at" + keys.formatted("x".repeat(5_000));

        assertThatThrownBy(() -> read(query))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.sentence()).hasSizeLessThan(300));
    }

    @Test
    void quotesNoControlCharacterOfAnyKindAndNoHalfCharacter() {
        assertThatThrownBy(() -> read("truto_response_format=a%C2%85b%E2%80%A8c"))
                .hasMessageContaining("'a b c'");
        assertThatThrownBy(() -> read("truto_response_format=" + "x".repeat(79) + "😀y"))
                .hasMessageContaining("x…'");
    }

    @Test
    void takesNoMoreThanTwoHundredIds() {
        String ids =
                IntStream.range(0, 201).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThatThrownBy(() -> read("candidate_id=" + ids)).hasMessageContaining("at most 200");
    }

    @Test
    void readsEverythingElse() {
        ListParameters parameters =
                read(
                        "integrated_account_id="
                                + ACCOUNT
                                + "&limit=7&next_cursor=abc&truto_ignore_remote_data=true&expand[]=candidate&truto_response_format=unified");

        assertThat(parameters.accountId()).contains(ACCOUNT);
        assertThat(parameters.limit()).isEqualTo(7);
        assertThat(parameters.cursor()).contains("abc");
        assertThat(parameters.excluded()).containsExactly(Field.REMOTE_DATA);
        assertThat(parameters.expand()).containsExactly(Field.CANDIDATE);
    }

    @Test
    void excludesFieldsByNamePathOrColumn() {
        assertThat(
                        read("truto_exclude_fields[]=id&truto_exclude_fields[]=application.id,interviewer_ids,nonsense")
                                .excluded())
                .containsExactlyInAnyOrder(Field.ID, Field.APPLICATION, Field.INTERVIEWERS);
    }

    @Test
    void bindsTheRemoteQueryToTheFilters() {
        ListParameters parameters = read("remote_query[b][c]=1&remote_query[a]=x");

        assertThat(parameters.filters().isEmpty()).isFalse();
        assertThat(Filters.parse(parameters.filters().canonical()).canonical())
                .isEqualTo(parameters.filters().canonical());
    }

    private static ListParameters read(String query) {
        return read(query, Compatibility.STRICT);
    }

    private static ListParameters read(String query, Compatibility compatibility) {
        return ListParametersReader.read(
                query, false, 100, 500, new IgnoredParameters(compatibility));
    }
}
