package io.convene.bench.upstream;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.concurrent.atomic.LongAdder;

/** Ashby with one list of many pages, each at the cursor that the previous one names. */
final class AshbyList implements HttpService {
    private static final String CURSOR = "\"cursor\":\"" + NumberedPage.CURSOR;

    private final NumberedPage page;
    private final NumberedPage last;
    private final int pages;
    private final LongAdder calls;

    AshbyList(int schedules, int pages, LongAdder calls) {
        this.page = new NumberedPage(AshbyPage.first(schedules));
        this.last = new NumberedPage(AshbyPage.last(schedules));
        this.pages = pages;
        this.calls = calls;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/interviewSchedule.list", this::list);
    }

    private void list(ServerRequest request, ServerResponse response) {
        calls.increment();
        AuthorisedBody.of(request, response)
                .ifPresent(body -> {
                    int number = number(body);
                    response.send(number == pages ? last.numbered(number) : page.numbered(number));
                });
    }

    /** The page asked for, from 1. */
    private static int number(String body) {
        int cursor = body.indexOf(CURSOR);
        if (cursor < 0) {
            return 1;
        }
        int begin = cursor + CURSOR.length();
        return Integer.parseInt(body.substring(begin, begin + NumberedPage.DIGITS));
    }
}
