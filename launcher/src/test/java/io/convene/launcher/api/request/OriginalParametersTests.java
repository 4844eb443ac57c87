package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that a caller of the original may send, and strict Convene refuses. */
class OriginalParametersTests {
    private final IgnoredParameters ignored = new IgnoredParameters(Compatibility.ORIGINAL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sort_by[created_at]=desc|\"sort_by[created_at]\"",
                "status[in]=scheduled&status[in]=draft|\"status[in]\"",
                "truto_super_query=apac&truto_skip_api_call=true|\"truto_super_query\", \"truto_skip_api_call\"",
                "created_at[ne]=2026-03-02|\"created_at[ne]\"",
                "created_at[]=2026-03-02|\"created_at[]\"",
                "application_id[gt]=1|\"application_id[gt]\"",
                "limit[]=5|\"limit[]\"",
                "truto_exclude_fields[a]=id|\"truto_exclude_fields[a]\"",
                "expand=attachments|\"expand\"",
                "limit=1000|\"limit\";used=500",
                "limit=99999999999999999999|\"limit\";used=500",
                "limit=0|\"limit\";used=100",
                "limit=-1|\"limit\";used=100",
                "limit=all|\"limit\";used=100",
                "truto_response_format=raw&truto_key_by=id|\"truto_key_by\"",
                "truto_response_format=raw&truto_ignore_remote_data=true|\"truto_ignore_remote_data\"",
                "truto_response_format=raw&truto_exclude_fields[]=id|\"truto_exclude_fields\"",
                "truto_response_format=raw&expand[]=candidate|\"expand\"",
                "truto_response_format=raw&truto_ignore_limit=true|\"truto_ignore_limit\"",
                "truto_response_format=debug&truto_ignore_limit=true|\"truto_ignore_limit\""
            })
    void passesOverWhatTheOriginalDoesAndSaysSo(String query, String receipt) {
        ListParameters parameters = read(query);

        assertThat(ignored.receipt()).isEqualTo(receipt);
        assertThat(parameters.filters().isEmpty()).isTrue();
        assertThat(parameters.keyBy()).isEmpty();
        assertThat(parameters.excluded()).isEmpty();
        assertThat(parameters.expand()).isEmpty();
        assertThat(parameters.wholeList()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at=yesterday",
                "limit=5&limit=6",
                "application_id=,",
                "created_at[gte]=",
                "application_id[=1",
                "created_at=2026-03-02&created_at=2026-03-03",
                "integrated_account_id=42",
                "truto_response_format=xml",
                "truto_ignore_remote_data=perhaps",
                "truto_exclude_fields=remote_data.id",
                "remote_query[page]=2",
                "remote_query=x",
                "a%zz=1"
            })
    void refusesAValueItCannotReadAllTheSame(String query) {
        assertThatThrownBy(() -> read(query))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void takesListsWhoseNameIsRepeatedBare() {
        ListParameters parameters =
                read(
                        "truto_exclude_fields=id&truto_exclude_fields=location&application_id=a&application_id=b");

        assertThat(parameters.excluded()).containsExactlyInAnyOrder(Field.ID, Field.LOCATION);
        assertThat(parameters.filters().values(Filter.APPLICATION_ID)).containsExactly("a", "b");
        assertThat(ignored.receipt()).isEmpty();
    }

    @Test
    void takesTruthInAnyCase() {
        assertThat(read("truto_ignore_remote_data=True&truto_ignore_limit=FALSE").excluded())
                .containsExactly(Field.REMOTE_DATA);
    }

    @Test
    void readsATimeWithoutAnOffsetAsUtc() {
        assertThat(read("created_at[gte]=2026-03-02T10:00:00").filters().canonical())
                .isEqualTo(read("created_at[gte]=2026-03-02T10:00:00Z").filters().canonical());
    }

    @Test
    void leavesWhatBelongsToTheListOutForOneInterview() {
        ListParameters parameters =
                ListParametersReader.readForOne(
                        "limit=5&next_cursor=x&truto_key_by=id", 500, ignored);

        assertThat(parameters.cursor()).isEmpty();
        assertThat(ignored.receipt()).isEqualTo("\"limit\", \"next_cursor\", \"truto_key_by\"");
        assertThatThrownBy(() ->
                        ListParametersReader.readForOne(
                                "limit=5", 500, new IgnoredParameters(Compatibility.STRICT)))
                .hasMessageContaining("belongs to the list");
    }

    private ListParameters read(String query) {
        return ListParametersReader.read(query, false, 100, 500, ignored);
    }
}
