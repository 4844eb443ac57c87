package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.api.answer.Receipt;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ErrorInsight;
import io.convene.launcher.query.Cursor;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.Plan;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ListPlansTests {
    private static final Support SUPPORT =
            Support.builder().vendor(Filter.APPLICATION_ID).local(Filter.START_AT).build();
    private static final Account ACCOUNT =
            new Account("a", "", "testing", Optional.empty(), Map.of(), Map.of());
    private static final Settings SETTINGS =
            Settings.of(ProviderDescriptor.builder("x").build(), Map.of());
    private final CursorCodec cursors = new CursorCodec(List.of("secret"));

    @Test
    void refusesAFilterThatTheIntegrationLacks() {
        assertThatThrownBy(() -> plan("candidate_id=1", Compatibility.STRICT, SUPPORT))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("not available for testing; it is for another");
    }

    @Test
    void ignoresItAsTheOriginalDoesAndSaysSo() {
        Plan plan =
                plan(
                        "candidate_id=1&application_id=2&start_at=2026-03-02&updated=2026-03-02",
                        Compatibility.ORIGINAL,
                        SUPPORT);

        assertThat(Receipt.of(plan))
                .contains(
                        "application_id=vendor, candidate_id=ignored, updated_at=ignored, start_at=local");
        assertThat(plan.query().values(Filter.CANDIDATE_ID)).isEmpty();
        assertThat(plan.query().range(Filter.UPDATED_AT)).isEmpty();
        assertThat(plan.query().values(Filter.APPLICATION_ID)).containsExactly("2");
    }

    @Test
    void bindsWhatItIgnoresIntoTheCursorToo() {
        Plan first = plan("candidate_id=1", Compatibility.ORIGINAL, SUPPORT);
        Cursor cursor = first.start();
        String next =
                "&next_cursor="
                        + cursors.encode(
                                new Cursor(
                                        cursor.accountId(),
                                        cursor.filters(),
                                        false,
                                        100,
                                        new Cursor.Place(Position.of(1, 0, "2"), 0, "")));

        assertThat(Receipt.of(plan("candidate_id=1" + next, Compatibility.ORIGINAL, SUPPORT)))
                .contains("candidate_id=ignored");
        assertThat(Receipt.of(plan(next, Compatibility.ORIGINAL, SUPPORT)))
                .contains("candidate_id=ignored");
        assertThatThrownBy(() -> plan("candidate_id=2" + next, Compatibility.ORIGINAL, SUPPORT))
                .hasMessageContaining("differ");
        assertThatThrownBy(() -> plan(next, Compatibility.STRICT, SUPPORT))
                .hasMessageContaining("not available for testing");
    }

    @Test
    void ignoresInTheRawFormatWhatItWouldEvaluateItself() {
        String query = "truto_response_format=raw&application_id=2&start_at=2026-03-02";

        assertThat(Receipt.of(plan(query, Compatibility.ORIGINAL, SUPPORT)))
                .contains("application_id=vendor, start_at=ignored");
        assertThatThrownBy(() -> plan(query, Compatibility.STRICT, SUPPORT))
                .hasMessageContaining("the raw format cannot apply it");
    }

    @Test
    void refusesARequestWithoutWhatTheVendorNeedsAllTheSame() {
        Support needy =
                Support.builder().vendor(Filter.CANDIDATE_ID).required(Filter.CANDIDATE_ID).build();

        assertThatThrownBy(() -> plan("limit=5", Compatibility.ORIGINAL, needy))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e ->
                                assertThat(e.insight())
                                        .contains(
                                                ErrorInsight.missingParameters(
                                                        List.of("candidate_id"))));
    }

    @Test
    void asksForTheLargestPagesWhenItFiltersItself() {
        assertThat(pageSize("limit=1&start_at[gte]=2026-03-02")).isEqualTo(500);
        assertThat(pageSize("limit=7&application_id=2&start_at=2026-03-02")).isEqualTo(500);
        assertThat(pageSize("limit=500&start_at=2026-03-02")).isEqualTo(500);
    }

    @Test
    void asksForAsManyAsTheLimitWhenEveryFilterIsTheVendorsOrIgnored() {
        assertThat(pageSize("limit=1")).isEqualTo(1);
        assertThat(pageSize("limit=7&application_id=2")).isEqualTo(7);
        assertThat(pageSize("limit=7&candidate_id=2")).isEqualTo(7);
        assertThat(pageSize("limit=7&start_at=2026-03-02&truto_response_format=raw")).isEqualTo(7);
    }

    @Test
    void keepsThePageSizeOfAChain() {
        for (String query : List.of("limit=3", "limit=3&start_at=2026-03-02")) {
            Plan first = plan(query, Compatibility.ORIGINAL, SUPPORT);
            String next = "limit=9&next_cursor=" + cursors.encode(first.start());

            assertThat(pageSize(next)).isEqualTo(first.query().pageSize());
        }
    }

    private int pageSize(String query) {
        Plan plan = plan(query, Compatibility.ORIGINAL, SUPPORT);
        assertThat(plan.start().pageSize()).isEqualTo(plan.query().pageSize());
        return plan.query().pageSize();
    }

    private Plan plan(String query, Compatibility compatibility, Support support) {
        ApiConfig limits =
                new ApiConfig(
                        100,
                        500,
                        1_000,
                        1_000,
                        Duration.ofSeconds(30),
                        20,
                        compatibility,
                        List.of());
        ListParameters asked =
                ListParametersReader.read(
                        query, false, 100, 500, new IgnoredParameters(compatibility));
        return new ListPlans(limits, cursors, Clock.systemUTC(), filter -> List.of("another"))
                .plan(asked, ACCOUNT, support, SETTINGS);
    }
}
