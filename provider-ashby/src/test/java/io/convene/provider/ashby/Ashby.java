package io.convene.provider.ashby;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers in the shapes that Ashby documents, and the provider asked about them. */
final class Ashby {
    static final AshbyInterviews INTERVIEWS = new AshbyInterviews();
    static final Settings SETTINGS = Settings.of(new AshbyProvider().descriptor(), Map.of());
    static final Query PLAIN = Query.builder(SETTINGS).build();

    private Ashby() {}

    static VendorResponse fixture(String name) {
        try (InputStream in = Ashby.class.getResourceAsStream("/ashby/" + name)) {
            return VendorResponse.of(200, Map.of(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VendorResponse answer(int status, String body) {
        return VendorResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static VendorResponse answer(String body) {
        return answer(200, body);
    }

    static InterviewDraft map(Item schedule) {
        InterviewDraft draft = InterviewDraft.empty();
        INTERVIEWS.map(schedule, PLAIN, draft);
        return draft;
    }

    static InterviewDraft map(String schedule) {
        return map(Item.parse(schedule.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Item> schedules() {
        return INTERVIEWS.page(fixture("schedules.json"), PLAIN, Position.start()).items();
    }

    static List<String> interviewers(InterviewDraft draft) {
        return draft.interviewers().stream().map(id -> id.string()).toList();
    }
}
