package io.convene.bench.upstream;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;
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

    /** Answers only after the milliseconds in the path. */
    void listLater(ServerRequest request, ServerResponse response) throws InterruptedException {
        String milliseconds = request.path().pathParameters().get("milliseconds");
        Thread.sleep(Duration.ofMillis(Long.parseLong(milliseconds)));
        list(request, response);
    }

    private void list(ServerRequest request, ServerResponse response) {
        calls.increment();
        AuthorisedBody.of(request, response)
                .ifPresent(body -> response.send(body.contains(CURSOR) ? last : first));
    }
}
