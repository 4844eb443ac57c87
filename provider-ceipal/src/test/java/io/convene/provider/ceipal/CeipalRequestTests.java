package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class CeipalRequestTests {
    @Test
    void asksForTheFirstPageWithTheSlashThatVersionTwoInsistsOn() {
        VendorRequest request = Ceipal.INTERVIEWS.request(Ceipal.query(), Position.start());

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.fullUrl())
                .isEqualTo("https://api.ceipal.com/v2/getInterviewsList/?page=1&limit=50");
        assertThat(request.headers()).containsOnly(Map.entry("Accept", "application/json"));
        assertThat(request.isAnonymous()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "v1, '', /v1/getInterviewsList/",
        "v2, '', /v2/getInterviewsList/",
        "v2, /v2/getInterviews/, /v2/getInterviews/",
        "v2, v2/getInterviews, /v2/getInterviews/",
        "v2, ' /getCustomInterviewDetails/k1/k2/ ', /getCustomInterviewDetails/k1/k2/",
        "v1, /v1/getInterviews, /v1/getInterviews",
    })
    void takesThePathFromTheSettings(String version, String path, String expected) {
        Query query =
                Ceipal.query(
                        "api_version", version,
                        "interviews_path", path,
                        "base_url", "http://127.0.0.1:9/");

        assertThat(Ceipal.INTERVIEWS.request(query, Position.start()).url())
                .isEqualTo("http://127.0.0.1:9" + expected);
    }

    @ParameterizedTest
    @CsvSource({"1,5", "4,5", "5,5", "20,20", "50,50", "51,50", "500,50"})
    void keepsThePageWithinWhatCeipalTakes(int asked, String sent) {
        Query query = Query.builder(Ceipal.settings()).pageSize(asked).build();

        assertThat(Ceipal.INTERVIEWS.request(query, Position.start()).query())
                .containsEntry("limit", List.of(sent));
    }

    @Test
    void asksForThePageOfThePosition() {
        assertThat(Ceipal.INTERVIEWS.request(Ceipal.query(), Position.of(1, 0, "12")).query())
                .containsEntry("page", List.of("12"));
    }

    @Test
    void sendsNoFilter() {
        Query query =
                Query.builder(Ceipal.settings())
                        .values(Filter.APPLICATION_ID, List.of("s"))
                        .range(Filter.CREATED_AT, TimeRange.all().from(Instant.EPOCH, true))
                        .build();

        assertThat(Ceipal.INTERVIEWS.request(query, Position.start()).query())
                .containsOnlyKeys("page", "limit");
    }

    @ParameterizedTest
    @CsvSource({"2,0,2", "1,1,2", "1,0,''", "1,0,0", "1,0,-1", "1,0,x", "1,0,9999999999", "0,0,2"})
    void refusesPositionsOfAnotherHand(int format, int phase, String token) {
        assertThat(failure(Ceipal.query(), Position.of(format, phase, token)).kind())
                .isEqualTo(Kind.BAD_CURSOR);
    }

    @Test
    void refusesATimeZoneThatIsNoneBeforeItSpoilsEveryTime() {
        assertThat(failure(Ceipal.query("time_zone", "Asia/Calcuta"), Position.start()))
                .hasMessageContaining("time_zone")
                .hasMessageContaining("Asia/Calcuta");
    }

    private static VendorException failure(Query query, Position position) {
        return catchThrowableOfType(
                VendorException.class, () -> Ceipal.INTERVIEWS.request(query, position));
    }
}
