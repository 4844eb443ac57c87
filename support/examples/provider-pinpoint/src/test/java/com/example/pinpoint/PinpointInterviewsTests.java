package com.example.pinpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** Documents of the shape that Pinpoint documents for its JSON:API resources. */
class PinpointInterviewsTests {
    private static final String INTERVIEW =
            """
            {
              "id": "238",
              "type": "interviews",
              "attributes": {
                "created_at": "2026-02-19T09:25:04+01:00",
                "updated_at": "2026-02-19T09:25:05+00:00",
                "begins": "2026-03-02T10:00:00+00:00"
              },
              "relationships": {"application": {"data": {"type": "applications", "id": "17"}}}
            }
            """;

    private final PinpointInterviews interviews = new PinpointInterviews();

    @Test
    void readsIdTimesAndApplication() {
        InterviewDraft draft = map(INTERVIEW, query());

        assertEquals("238", draft.text(Field.ID).string());
        assertEquals("17", draft.text(Field.APPLICATION).string());
        assertEquals("2026-02-19T08:25:04Z", draft.text(Field.CREATED_AT).string());
        assertEquals("2026-02-19T09:25:05Z", draft.text(Field.UPDATED_AT).string());
    }

    @Test
    void readsTheStartOnlyFromTheAttributeThatTheAccountNames() {
        assertFalse(map(INTERVIEW, query()).text(Field.START_AT).isPresent());

        InterviewDraft draft = map(INTERVIEW, query("start_attribute", "begins"));
        assertEquals("2026-03-02T10:00:00Z", draft.text(Field.START_AT).string());
    }

    @Test
    void leavesOutAnApplicationThatIsNotIncludedOrOfAnotherType() {
        String notIncluded =
                """
                {"id": "238", "relationships": {"application": {"meta": {"included": false}}}}
                """;

        assertFalse(map(notIncluded, query()).text(Field.APPLICATION).isPresent());
        String other = INTERVIEW.replace("\"applications\"", "\"jobs\"");
        assertFalse(map(other, query()).text(Field.APPLICATION).isPresent());
    }

    @Test
    void endsAListWithoutCountsAtTheFirstEmptyPage() {
        Page page = page("{\"data\": [%s]}".formatted(INTERVIEW), Position.start());

        assertEquals(1, page.items().size());
        assertFalse(page("{\"data\": []}", page.next().orElseThrow()).next().isPresent());
    }

    @Test
    void endsAListAtTheStatedCount() {
        String body = "{\"data\": [%s], \"meta\": {\"total_count\": 1, \"page_count\": 1}}";
        Page page = page(body.formatted(INTERVIEW), Position.start());

        assertFalse(page.next().isPresent());
        assertEquals(1, page.total().orElseThrow());
    }

    @Test
    void passesOnTheWordsOfAnError() {
        VendorResponse refused =
                VendorResponse.of(
                        401,
                        Map.of(),
                        "{\"errors\": [{\"status\": \"401\", \"title\": \"Unknown key\"}]}"
                                .getBytes(UTF_8));

        VendorException failure =
                assertThrows(
                        VendorException.class,
                        () -> interviews.page(refused, query(), Position.start()));
        assertEquals(VendorException.Kind.BAD_CREDENTIALS, failure.kind());
    }

    private Page page(String body, Position position) {
        VendorResponse response = VendorResponse.of(200, Map.of(), body.getBytes(UTF_8));
        return interviews.page(response, query(), position);
    }

    private InterviewDraft map(String record, Query query) {
        InterviewDraft draft = InterviewDraft.empty();
        interviews.map(Item.parse(record.getBytes(UTF_8)), query, draft);
        return draft;
    }

    private static Query query(String... namesAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("base_url", "https://acme.pinpointhq.com");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Query.builder(Settings.of(new PinpointProvider().descriptor(), settings)).build();
    }
}
