package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.testing.RecordedVendor;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class AshbyJoinTests {
    private static final String KNOWN = "5a0c1f6e-00aa-4c1e-9d10-00000000000a";

    private final Page page = Page.last(Ashby.schedules());

    @Test
    void asksEachApplicationOnceAndFillsAllItsSchedules() {
        RecordedVendor vendor = RecordedVendor.answering(AshbyJoinTests::application);

        Ashby.INTERVIEWS.join(page, Ashby.PLAIN, vendor);

        assertThat(vendor.requests())
                .extracting(VendorRequest::url)
                .containsOnly("https://api.ashbyhq.com/application.info");
        assertThat(vendor.requests())
                .extracting(request -> request.json().orElseThrow())
                .containsExactly(
                        Map.of("applicationId", KNOWN),
                        Map.of("applicationId", "5a0c1f6e-00ac-4c1e-9d10-00000000000c"));
        assertThat(vendor.requests().getFirst().headers())
                .containsEntry("Ashby-Version", "2026-01-01");
        assertThat(candidates()).containsExactly("candidate-7", "candidate-7", "candidate-7");
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void leavesRemoteDataAsAshbySentIt() {
        Ashby.INTERVIEWS.join(
                page, Ashby.PLAIN, RecordedVendor.answering(AshbyJoinTests::application));

        assertThat(page.items()).allSatisfy(item -> assertThat(item.spliced()).isEmpty());
    }

    @Test
    void asksNothingWhenNobodyWantsTheCandidate() {
        RecordedVendor vendor = RecordedVendor.answering(AshbyJoinTests::application);

        Ashby.INTERVIEWS.join(
                page, Query.builder(Ashby.SETTINGS).skip(Field.CANDIDATE).build(), vendor);

        assertThat(vendor.requests()).isEmpty();
        assertThat(candidates()).containsExactly("", "", "");
    }

    @Test
    void asksNothingWhenNoScheduleNamesAnApplication() {
        RecordedVendor vendor = RecordedVendor.answering(AshbyJoinTests::application);
        Item schedule = Item.parse("{\"id\":\"s\"}".getBytes(StandardCharsets.UTF_8));

        Ashby.INTERVIEWS.join(Page.last(List.of(schedule)), Ashby.PLAIN, vendor);

        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aRefusedApplicationCostsItsCandidateOnly() {
        RecordedVendor vendor =
                RecordedVendor.answering(request ->
                        KNOWN.equals(request.json().orElseThrow().get("applicationId"))
                                ? application(request)
                                : Ashby.answer(
                                        403,
                                        "{\"errorInfo\":{\"code\":"
                                                + "\"missing_endpoint_permission\"}}"));

        Ashby.INTERVIEWS.join(page, Ashby.PLAIN, vendor);

        assertThat(candidates()).containsExactly("candidate-7", "", "candidate-7");
        assertThat(page.omitted())
                .hasEntrySatisfying(
                        Field.CANDIDATE, why -> assertThat(why).contains("candidatesRead"));
    }

    @Test
    void anApplicationAnsweredInPartIsNoFailureOfThePage() {
        Ashby.INTERVIEWS.join(
                page, Ashby.PLAIN, RecordedVendor.answering(request -> Ashby.answer("{\"succ")));

        assertThat(candidates()).containsExactly("", "", "");
        assertThat(page.omitted()).containsOnlyKeys(Field.CANDIDATE);
    }

    @Test
    void saysWhyWhenAshbyCannotBeReached() {
        Ashby.INTERVIEWS.join(
                page,
                Ashby.PLAIN,
                RecordedVendor.answering(request -> {
                    throw new VendorException(Kind.TIMED_OUT, "no answer in time");
                }));

        assertThat(page.omitted()).containsExactly(Map.entry(Field.CANDIDATE, "no answer in time"));
    }

    private List<String> candidates() {
        return page.items().stream()
                .map(item -> Ashby.map(item).text(Field.CANDIDATE).string())
                .toList();
    }

    private static VendorResponse application(VendorRequest request) {
        return Ashby.fixture("application.json");
    }
}
