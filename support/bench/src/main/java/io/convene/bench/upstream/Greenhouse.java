package io.convene.bench.upstream;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Greenhouse with two pages of interviews, their interviewers, and tokens. */
final class Greenhouse implements HttpService {
    private static final HeaderName LINK = HeaderNames.create("Link");
    private static final String NEXT =
            "<https://harvest.greenhouse.io/v3/interviews?cursor="
                    + GreenhousePage.CURSOR.replace("=", "%3D")
                    + ">; rel=\"next\"";
    private static final Pattern IDS =
            Pattern.compile("(?:^|&)interview_ids=(\\d+)((?:(?:,|%2C)\\d+)*)");

    @SuppressWarnings("ArrayRecordComponent") // written once, compared never
    private record RowsAnswer(int commas, byte[] rows) {}

    private final GreenhousePage first;
    private final GreenhousePage last;
    private final Map<String, RowsAnswer> batches = new HashMap<>();
    private final LongAdder calls;

    Greenhouse(int interviews, LongAdder calls) {
        this.first = GreenhousePage.first(interviews);
        this.last = GreenhousePage.last(interviews);
        this.calls = calls;
        first.batches().forEach(this::add);
        last.batches().forEach(this::add);
    }

    private void add(GreenhousePage.InterviewerBatch batch) {
        String[] ids = batch.ids().split(",", -1);
        batches.put(ids[0], new RowsAnswer(ids.length - 1, batch.rows()));
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/token", Greenhouse::token)
                .get("/v3/interviews", this::interviews)
                .get("/v3/interviewers", this::interviewers);
    }

    private static void token(ServerRequest request, ServerResponse response) {
        request.content().consume();
        if (isRefused(request, Credentials.GREENHOUSE_CLIENT, response)) {
            return;
        }
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        response.send(
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":36000}"
                        .formatted(Credentials.GREENHOUSE_TOKEN)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void interviews(ServerRequest request, ServerResponse response) {
        calls.increment();
        if (isRefused(request, Credentials.GREENHOUSE, response)) {
            return;
        }
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        Optional<String> cursor = request.query().first("cursor").asOptional();
        if (cursor.isEmpty()) {
            response.headers().set(LINK, NEXT);
            response.send(first.interviews());
        } else if (cursor.get().equals(GreenhousePage.CURSOR)) {
            response.send(last.interviews());
        } else {
            response.status(Status.BAD_REQUEST_400).send();
        }
    }

    /** Only a whole batch, as the page has them in order, has an answer. */
    private void interviewers(ServerRequest request, ServerResponse response) {
        calls.increment();
        if (isRefused(request, Credentials.GREENHOUSE, response)) {
            return;
        }
        Matcher ids = IDS.matcher(request.query().rawValue());
        RowsAnswer batch = ids.find() ? batches.get(ids.group(1)) : null;
        if (batch == null || batch.commas() != commas(ids.group(2))) {
            response.status(Status.BAD_REQUEST_400).send();
            return;
        }
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        response.send(batch.rows());
    }

    private static int commas(String ids) {
        return (int) ids.chars().filter(c -> c == ',' || c == '%').count();
    }

    private static boolean isRefused(
            ServerRequest request, String expected, ServerResponse response) {
        boolean refused =
                !request.headers().value(HeaderNames.AUTHORIZATION).orElse("").equals(expected);
        if (refused) {
            response.status(Status.UNAUTHORIZED_401).send();
        }
        return refused;
    }
}
