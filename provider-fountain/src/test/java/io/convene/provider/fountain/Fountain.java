package io.convene.provider.fountain;

import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** FountainAnswers in the shapes of Fountain's API v2, and the provider asked about them. */
final class Fountain {
    static final FountainProvider PROVIDER = new FountainProvider();
    static final Listing<InterviewDraft> INTERVIEWS = PROVIDER.interviews().orElseThrow();
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Fountain() {}

    static Settings settings(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.of(PROVIDER.descriptor(), values);
    }

    static Query.Builder ask(String... candidates) {
        return Query.builder(settings())
                .now(NOW)
                .values(Filter.CANDIDATE_ID, Arrays.asList(candidates));
    }

    static VendorResponse fixture(String name) {
        try (InputStream in = Fountain.class.getResourceAsStream("/fountain/" + name)) {
            return VendorResponse.of(200, Map.of(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VendorResponse answer(int status, String body) {
        return answer(status, body, Map.of());
    }

    static VendorResponse answer(int status, String body, Map<String, List<String>> headers) {
        return VendorResponse.of(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Page page(VendorResponse response, Query query) {
        return INTERVIEWS.page(response, query, Position.start());
    }

    static List<String> ids(Page page) {
        return page.items().stream().map(item -> item.text("id").string()).toList();
    }

    static InterviewDraft map(Item item, Query query) {
        InterviewDraft draft = InterviewDraft.empty();
        INTERVIEWS.map(item, query, draft);
        return draft;
    }

    static InterviewDraft map(String slot, Query query) {
        return map(Item.parse(slot.getBytes(StandardCharsets.UTF_8)), query);
    }

    static List<String> interviewers(InterviewDraft draft) {
        return draft.interviewers().stream().map(Text::string).toList();
    }
}
