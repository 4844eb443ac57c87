package io.convene.provider.ceipal;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers in the shapes that are known of Ceipal, and the provider asked about them. */
final class Ceipal {
    static final CeipalInterviews INTERVIEWS = new CeipalInterviews();

    private Ceipal() {}

    /** Settings as alternating names and values. */
    static Settings settings(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return Settings.of(new CeipalProvider().descriptor(), values);
    }

    static Query query(String... pairs) {
        return Query.builder(settings(pairs)).build();
    }

    static VendorResponse answer(int status, String body) {
        return VendorResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static VendorResponse fixture(String name) {
        try (InputStream in = Ceipal.class.getResourceAsStream("/ceipal/" + name)) {
            return VendorResponse.of(200, Map.of(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page page(VendorResponse response, Position position, int size) {
        return INTERVIEWS.page(
                response, Query.builder(settings()).pageSize(size).build(), position);
    }

    static InterviewDraft map(Item record, String... settings) {
        InterviewDraft draft = InterviewDraft.empty();
        INTERVIEWS.map(record, query(settings), draft);
        return draft;
    }

    static InterviewDraft map(String record, String... settings) {
        return map(Item.parse(record.getBytes(StandardCharsets.UTF_8)), settings);
    }

    static String text(InterviewDraft draft, Field field) {
        return draft.text(field).string();
    }

    static List<String> interviewers(InterviewDraft draft) {
        return draft.interviewers().stream().map(id -> id.string()).toList();
    }
}
