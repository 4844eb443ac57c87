package io.convene.bench.upstream;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** Ashby with one list: its first page, and the last one for who sends the cursor. */
final class Ashby implements HttpService {
    private static final String CURSOR = "\"" + AshbyPage.CURSOR + "\"";

    private final byte[] first;
    private final byte[] last;
    private final LongAdder calls;

    Ashby(int schedules, LongAdder calls) {
        this.first = AshbyPage.first(schedules);
        this.last = AshbyPage.last(schedules);
        this.calls = calls;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/interviewSchedule.list", this::list);
    }

    private void list(ServerRequest request, ServerResponse response) {
        calls.increment();
        String body = new String(request.content().as(byte[].class), StandardCharsets.UTF_8);
        String authorization = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
        if (!authorization.equals(Credentials.ASHBY)) {
            response.status(Status.UNAUTHORIZED_401).send();
            return;
        }
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        response.send(body.contains(CURSOR) ? last : first);
    }
}
