package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/** Records as the vendor's documentation shows them. */
class {{Name}}InterviewsTests {
    @Test
    void mapsARecord() {
        InterviewDraft draft =
                map(
                        """
                        {"id": "i7", "candidate_id": "c1", "starts_at": "2026-03-02T09:00:00+01:00", "state": "done"}
                        """);

        assertEquals("i7", draft.text(Field.ID).string());
        assertEquals("c1", draft.text(Field.CANDIDATE).string());
        assertEquals("2026-03-02T08:00:00Z", draft.text(Field.START_AT).string());
        assertEquals(Optional.of(InterviewStatus.COMPLETED), draft.status());
    }

    @Test
    void leavesOutAStateThatItDoesNotKnow() {
        assertEquals(Optional.empty(), map("{\"id\": \"i7\", \"state\": \"paused\"}").status());
    }

    private static InterviewDraft map(String record) {
        Settings settings = Settings.of(new {{Name}}Provider().descriptor(), Map.of());
        Query query = Query.builder(settings).build();
        InterviewDraft draft = InterviewDraft.empty();
        new {{Name}}Interviews().map(Item.parse(record.getBytes(UTF_8)), query, draft);
        return draft;
    }
}
