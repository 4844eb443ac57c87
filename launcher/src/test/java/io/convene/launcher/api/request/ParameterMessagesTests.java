package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every sentence that refuses a parameter names it as the caller wrote it. */
class ParameterMessagesTests {
    /** Queries at fault, by the name of the parameter that is at fault. */
    private static final Map<String, List<String>> FAULTS = faults();

    private static Map<String, List<String>> faults() {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        faults.put("integrated_account_id", List.of("=42", "=%20", "[]=x", "[eq]=x"));
        faults.put("limit", List.of("=0", "=-1", "=ten", "=%20", "=501", "=1e2", "[gt]=5"));
        faults.put("next_cursor", List.of("[]=x", "[a]=x"));
        faults.put("truto_response_format", List.of("=xml", "=Unified", "=%20", "[]=raw"));
        faults.put("truto_key_by", List.of("[]=id", "=id&truto_response_format=raw"));
        faults.put(
                "truto_ignore_limit",
                List.of("=yes", "=1", "=%20", "[]=true", "=true&truto_response_format=stream"));
        faults.put(
                "truto_ignore_remote_data",
                List.of("=no", "=TRUE", "[0]=true", "=true&truto_response_format=raw"));
        faults.put(
                "truto_exclude_fields",
                List.of("=remote_data.id", "[]=remote_data.a", "=,", "[a]=id", "[a][]=id"));
        faults.put("expand", List.of("=location", "[]=nothing", "=", "[a]=candidate", "=,"));
        faults.put("remote_query", List.of("=x", "[]=x", "[page]=2", "[a]=1&remote_query[a]=2"));
        String ids = String.join(",", IntStream.range(0, 201).mapToObj(i -> "i" + i).toList());
        for (String filter : List.of("application_id", "candidate_id", "job_interview_stage_id")) {
            faults.put(filter, List.of("=" + ids, "[in]=" + ids, "[gt]=1", "[a][]=1", "=,", "[]="));
        }
        for (String filter : List.of("created_at", "updated_at", "updated", "start_at", "end_at")) {
            faults.put(
                    filter,
                    List.of(
                            "=yesterday",
                            "[gte]=2026-02-30",
                            "[lt]=2026-03-02T10:00:00",
                            "[ne]=2026-03-02",
                            "[]=2026-03-02",
                            "[lte][0]=2026-03-02",
                            "[eq]=",
                            "=%20"));
        }
        return faults;
    }

    @Test
    void coverEveryParameter() {
        assertThat(FAULTS.keySet()).containsExactlyInAnyOrderElementsOf(ParameterNames.all());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void nameTheParameterOfTheList(String name, String query) {
        String sent = query.substring(0, query.indexOf('='));

        assertThatThrownBy(() -> read(query))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(400);
                            assertThat(e.sentence()).contains(name).contains(sent).endsWith(".");
                        });
    }

    static Stream<Arguments> queries() {
        List<Arguments> queries = new ArrayList<>();
        FAULTS.forEach((name, faults) -> {
            for (String fault : faults) {
                queries.add(Arguments.of(name, name + fault));
            }
            // A mistake that any of them can have.
            for (String fault : List.of("=%zz", "=%2", "=%ff", "=a%00b", "=%0A", "[=1", "]=1")) {
                queries.add(Arguments.of(name, name + fault));
            }
        });
        return queries.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5, limit",
        "next_cursor=x, next_cursor",
        "truto_key_by=id, truto_key_by",
        "truto_ignore_limit=true, truto_ignore_limit",
        "truto_ignore_remote_data=x, truto_ignore_remote_data",
        "status[in]=draft, status[in]"
    })
    void nameTheParameterOfOneInterview(String query, String name) {
        assertThatThrownBy(() ->
                        ListParametersReader.readForOne(
                                query, 500, new IgnoredParameters(Compatibility.STRICT)))
                .hasMessageContaining("'" + name + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5, limit",
        "created_at[gte]=2026-03-02, created_at",
        "nonsense=1, nonsense",
        "integrated_account_id=42, integrated_account_id",
        "integrated_account_id[]=x, integrated_account_id[]"
    })
    void nameTheParameterOfTheDescription(String query, String name) {
        assertThatThrownBy(() ->
                        MetaParameters.ofAccount(
                                query, new IgnoredParameters(Compatibility.STRICT)))
                .hasMessageContaining(name);
        assertThatThrownBy(() ->
                        MetaParameters.ofIntegration(
                                query, new IgnoredParameters(Compatibility.STRICT)))
                .hasMessageContaining(name.replace("[]", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=draft|The parameter 'status' is unknown; leave it out.",
                "truto_super_query=apac|The parameter 'truto_super_query' is unknown; leave it out.",
                "sort_by[created_at]=asc|The parameter 'sort_by[created_at]' is unknown; leave it out.",
                "createdAt[gte]=2026-03-02|The parameter 'createdAt[gte]' is unknown; did you mean 'created_at'?",
                "aplication_id=,|The parameter 'aplication_id' is unknown; did you mean 'application_id'?",
                "status=|The parameter 'status' is unknown; leave it out.",
                "_=1|The parameter '_' is unknown; leave it out."
            })
    void suggestANameOnlyWhenItIsNear(String query, String sentence) {
        assertThatThrownBy(() -> read(query)).hasMessage(sentence);
    }

    @Test
    void suggestForOneInterviewWhatItTakes() {
        IgnoredParameters strict = new IgnoredParameters(Compatibility.STRICT);

        assertThatThrownBy(() -> ListParametersReader.readForOne("limitt=5", 500, strict))
                .hasMessage("The parameter 'limitt' is unknown; leave it out.");
        assertThatThrownBy(() -> MetaParameters.ofAccount("integrated_acount_id=5", strict))
                .hasMessageContaining("did you mean 'integrated_account_id'?");
    }

    private static void read(String query) {
        ListParametersReader.read(
                query, false, 100, 500, new IgnoredParameters(Compatibility.STRICT));
    }
}
