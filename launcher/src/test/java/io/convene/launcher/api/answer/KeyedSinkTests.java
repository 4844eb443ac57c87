package io.convene.launcher.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.http.JsonBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.Set;

/** Interviews as a table by a key. */
class KeyedSinkTests {
    private static final InterviewForm ONLY_IDS =
            new UnifiedForm(EnumSet.complementOf(EnumSet.of(Field.ID)));

    @ParameterizedTest
    @CsvSource({
        "id, 1",
        "application.id, a",
        "application_id, a",
        "candidate.id, c",
        "location, Room",
        "start_at, 2026-03-02T10:00:00Z",
        "status, completed",
        "remote_data.room.name, blue",
        "remote_data.number, 7"
    })
    void readTheKeyAtAPath(String path, String key) {
        KeyedSink sink = new KeyedSink(path, ONLY_IDS);
        sink.accept(item("{\"room\":{\"name\":\"blue\"},\"number\":7}"), whole("1"));

        assertThat(written(sink)).isEqualTo("{\"%s\":{\"id\":\"1\"}}".formatted(key));
        assertThat(sink.counts()).isEqualTo("collisions=0, missing=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interviewers", "application", "remote_data.room", "nothing", ""})
    void leaveOutWhatHasNoTextAtThatPath(String path) {
        KeyedSink sink = new KeyedSink(path, ONLY_IDS);
        sink.accept(item("{\"room\":{}}"), whole("1"));

        assertThat(written(sink)).isEqualTo("{}");
        assertThat(sink.size()).isZero();
        assertThat(sink.counts()).isEqualTo("collisions=0, missing=1");
    }

    @Test
    void keepTheLaterOfTwoWithOneKeyInTheFirstsPlace() {
        KeyedSink sink = new KeyedSink("candidate.id", new UnifiedForm(Set.of(Field.REMOTE_DATA)));
        sink.accept(item("{}"), draft("1", "x"));
        sink.accept(item("{}"), draft("2", "y"));
        sink.accept(item("{}"), draft("3", "x"));

        assertThat(written(sink))
                .isEqualTo(
                        "{\"x\":{\"id\":\"3\",\"candidate\":{\"id\":\"x\"}},\"y\":{\"id\":\"2\",\"candidate\":{\"id\":\"y\"}}}");
        assertThat(sink.size()).isEqualTo(2);
        assertThat(sink.counts()).isEqualTo("collisions=1, missing=0");
    }

    private static InterviewDraft draft(String id, String candidate) {
        return InterviewDraft.empty().id(Text.of(id)).candidate(Text.of(candidate));
    }

    private static InterviewDraft whole(String id) {
        return draft(id, "c")
                .application(Text.of("a"))
                .location(Text.of("Room"))
                .startAt(Text.of("2026-03-02T10:00:00Z"))
                .status(InterviewStatus.COMPLETED)
                .interviewer(Text.of("u"));
    }

    private static Item item(String json) {
        return Item.parse(json.getBytes(UTF_8));
    }

    private static String written(KeyedSink sink) {
        JsonBuffer out = new JsonBuffer();
        sink.writeTo(out);
        return out.toString();
    }
}
