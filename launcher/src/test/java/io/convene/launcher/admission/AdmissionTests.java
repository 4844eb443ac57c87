package io.convene.launcher.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.convene.launcher.metrics.Metrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who gets a place, who waits, and who is refused. */
@Timeout(60)
class AdmissionTests {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Shares WHOLE = new Shares(100, 100, 100);

    private final Metrics metrics = new Metrics();

    private Admission admission(int places, Duration queue, Shares shares) {
        return new Admission(new AdmissionConfig(places, queue, 1_000_000, shares), metrics);
    }

    private static Requester of(String account) {
        return new Requester(account, "token", "ashby");
    }

    @Test
    void refusesARequestBeyondThePlacesAfterItHasWaited() {
        Admission admission = admission(2, SHORT, WHOLE);
        admission.enter(of("a"), Rank.LIST);
        admission.enter(of("b"), Rank.LIST);

        assertThatExceptionOfType(OverloadException.class)
                .isThrownBy(() -> admission.enter(of("c"), Rank.LIST))
                .withMessage(
                        "All 2 requests that may be in progress at once are; wait 1 s (Retry-After) and send the request again.")
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void givesThePlaceOfARequestThatEndsToOneThatWaits() throws InterruptedException {
        Admission admission = admission(1, LONG, WHOLE);
        Place first = admission.enter(of("a"), Rank.LIST);
        Thread second = Thread.startVirtualThread(() -> enterOrGiveUp(admission, "b"));
        await().until(() -> admission.waiting() == 1);

        first.close();
        second.join();

        assertThat(admission.inProgress()).isEqualTo(1);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void keepsAnAccountATokenAndAVendorToTheirShares() {
        Admission admission = admission(10, Duration.ZERO, new Shares(20, 40, 60));
        enter(admission, 2, "a", "t", "v");

        refused(admission, "a", "t", "v", "2 of 10 requests in progress are for the account a");
        enter(admission, 2, "b", "t", "v");
        refused(admission, "c", "t", "v", "4 of 10 requests in progress have this token");
        enter(admission, 2, "d", "u", "v");
        refused(admission, "e", "u", "v", "6 of 10 requests in progress are for the vendor v");
        enter(admission, 2, "f", "u", "w");
        assertThat(admission.inProgress()).isEqualTo(8);
    }

    @Test
    void admitsAnotherAccountWhileOneWaitsForItsShare() {
        Admission admission = admission(4, LONG, new Shares(25, 100, 100));
        Place first = admission.enter(of("a"), Rank.LIST);
        Thread waiting = Thread.startVirtualThread(() -> enterOrGiveUp(admission, "a"));
        await().until(() -> admission.waiting() == 1);

        admission.enter(of("b"), Rank.LIST);

        assertThat(admission.waiting()).isEqualTo(1);
        first.close();
        await().until(() -> !waiting.isAlive());
        assertThat(admission.inProgress()).isEqualTo(2);
    }

    @Test
    void prefersListsToWholeListsAndThoseThatCameFirst() {
        Admission admission = admission(32, LONG, new Shares(100, 4, 100));
        Place place = admission.enter(of("a"), Rank.LIST);
        ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();
        List<Rank> ranks = List.of(Rank.STREAM, Rank.LIST, Rank.STREAM, Rank.LIST);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ranks.size(); i++) {
            Rank rank = ranks.get(i);
            String name = rank + " " + i;
            threads.add(
                    Thread.startVirtualThread(() -> {
                        try (Place _ = admission.enter(of("b"), rank)) {
                            served.add(name);
                        }
                    }));
            int before = i;
            await().until(() -> admission.waiting() == before + 1);
        }

        place.close();
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));

        assertThat(served).containsExactly("LIST 1", "LIST 3", "STREAM 0", "STREAM 2");
    }

    @Test
    void refusesAtOnceWhenTooManyWait() {
        Admission admission = admission(1, LONG, WHOLE);
        admission.enter(of("a"), Rank.LIST);
        Thread waiting = Thread.startVirtualThread(() -> enterOrGiveUp(admission, "b"));
        await().until(() -> admission.waiting() == 1);

        assertThatExceptionOfType(OverloadException.class)
                .isThrownBy(() -> admission.enter(of("c"), Rank.LIST));

        waiting.interrupt();
    }

    @Test
    void endsTheWaitOfARequestThatIsGivenUp() {
        Admission admission = admission(1, LONG, WHOLE);
        admission.enter(of("a"), Rank.LIST);
        List<String> said = new ArrayList<>();
        Thread waiting =
                Thread.startVirtualThread(() -> {
                    try {
                        admission.enter(of("b"), Rank.LIST);
                    } catch (OverloadException e) {
                        said.add(e.sentence() + Thread.currentThread().isInterrupted());
                    }
                });
        await().until(() -> admission.waiting() == 1);

        waiting.interrupt();
        await().until(() -> !waiting.isAlive());

        assertThat(said)
                .containsExactly("The request was given up while it waited for its turn.true");
        assertThat(admission.waiting()).isZero();
        assertThat(metrics()).contains("convene_overload_refusals_total{limit=\"all\"} 0");
    }

    @Test
    void offersTheShareOfARequestThatGivesUpToAnother() {
        Admission admission = admission(24, LONG, new Shares(5, 100, 100));
        Place a = admission.enter(of("a"), Rank.LIST);
        Place b = admission.enter(of("b"), Rank.LIST);
        for (int i = 0; i < 22; i++) {
            admission.enter(of("other " + i), Rank.LIST);
        }
        Thread first = waiting(admission, "a", 1);
        Thread second = waiting(admission, "a", 2);
        Thread third = waiting(admission, "c", 3);

        // The two of account a are passed over now, because it has its only place.
        b.close();
        await().until(() -> !third.isAlive());
        first.interrupt();
        await().until(() -> !first.isAlive());
        a.close();

        await().until(() -> !second.isAlive());
        assertThat(admission.inProgress()).isEqualTo(24);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void tellsTheOperatorWhatWasRefused() {
        Admission admission = admission(1, Duration.ZERO, WHOLE);
        Place place = admission.enter(of("a"), Rank.LIST);
        refused(admission, "b", "t", "v", "All 1 requests");

        assertThat(metrics())
                .contains(
                        "convene_requests_in_progress_limit 1",
                        "convene_requests_in_progress 1",
                        "convene_requests_waiting 0",
                        "convene_overload_refusals_total{limit=\"all\"} 1");
        place.close();
        assertThat(metrics()).contains("convene_requests_in_progress 0");
    }

    private static Thread waiting(Admission admission, String account, int inAll) {
        Thread thread = Thread.startVirtualThread(() -> enterOrGiveUp(admission, account));
        await().until(() -> admission.waiting() == inAll);
        return thread;
    }

    private static void enterOrGiveUp(Admission admission, String account) {
        try {
            admission.enter(of(account), Rank.LIST);
        } catch (OverloadException e) {
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
    }

    private String metrics() {
        return new String(metrics.text(), StandardCharsets.UTF_8);
    }

    private static void enter(
            Admission admission, int times, String account, String token, String vendor) {
        for (int i = 0; i < times; i++) {
            admission.enter(new Requester(account, token, vendor), Rank.LIST);
        }
    }

    private static void refused(
            Admission admission, String account, String token, String vendor, String why) {
        assertThatExceptionOfType(OverloadException.class)
                .isThrownBy(() -> admission.enter(new Requester(account, token, vendor), Rank.LIST))
                .withMessageStartingWith(why);
    }
}
