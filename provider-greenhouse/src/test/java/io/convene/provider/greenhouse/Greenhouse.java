package io.convene.provider.greenhouse;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers in the shapes of Harvest v3, and the provider asked about them. */
final class Greenhouse {
    static final GreenhouseProvider PROVIDER = new GreenhouseProvider();
    static final Listing<InterviewDraft> INTERVIEWS = PROVIDER.interviews().orElseThrow();
    static final Settings SETTINGS = Settings.of(PROVIDER.descriptor(), Map.of());
    static final Query PLAIN = Query.builder(SETTINGS).build();

    private Greenhouse() {}

    static byte[] fixture(String name) {
        try (InputStream in = Greenhouse.class.getResourceAsStream("/greenhouse/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VendorResponse answer(String body) {
        return answer(200, body);
    }

    static VendorResponse answer(int status, String body) {
        return answer(status, body, Map.of());
    }

    static VendorResponse answer(int status, String body, Map<String, List<String>> headers) {
        return VendorResponse.of(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that another page follows. */
    static VendorResponse followed(String body, String list, String cursor) {
        String link =
                "<https://harvest.greenhouse.io/v3/"
                        + list
                        + "?cursor="
                        + cursor
                        + ">; rel=\"next\"";
        return answer(200, body, Map.of("Link", List.of(link)));
    }

    static Page page() {
        VendorResponse response = VendorResponse.of(200, Map.of(), fixture("interviews.json"));
        return INTERVIEWS.page(response, PLAIN, Position.start());
    }

    /** The query's parameters, none of which Harvest takes twice. */
    static Map<String, String> parameters(VendorRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.query().forEach((name, values) -> parameters.put(name, String.join("&", values)));
        return parameters;
    }

    static Item item(String json) {
        return Item.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    static InterviewDraft map(Item item) {
        InterviewDraft draft = InterviewDraft.empty();
        INTERVIEWS.map(item, PLAIN, draft);
        return draft;
    }

    static InterviewDraft map(String json) {
        return map(item(json));
    }

    static List<String> interviewers(InterviewDraft draft) {
        return draft.interviewers().stream().map(Text::string).toList();
    }
}
