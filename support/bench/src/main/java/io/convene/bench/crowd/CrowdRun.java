package io.convene.bench.crowd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What callers do from the start of a run until all their answers are there. */
final class CrowdRun {
    private record Turn(long at, Lane lane) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final int SENT_IN_A_ROW = 64;
    private static final int BUFFER = 256 * 1024;

    private final Selector selector;
    private final List<byte[]> requests;
    private final List<Lane> lanes;
    private final Pace pace;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparingLong(Turn::at));
    private final Tally tally = new Tally();
    private final long start = System.nanoTime();
    private int waiting;

    CrowdRun(Selector selector, List<byte[]> requests, List<Lane> lanes, Pace pace) {
        this.selector = selector;
        this.requests = requests;
        this.lanes = lanes;
        this.pace = pace;
    }

    Tally toItsEnd() throws IOException {
        lanes.forEach(lane -> await(lane, pace.first(lane.number())));
        long looked = 0;
        while (!turns.isEmpty() || waiting > 0) {
            sendDue();
            selectUntilDue();
            if (now() - looked > LOOK.toNanos()) {
                looked = now();
                giveUp();
            }
        }
        return tally.over((Math.min(now(), pace.end()) - pace.begin()) / 1e9);
    }

    private long now() {
        return System.nanoTime() - start;
    }

    private void await(Lane lane, long at) {
        if (at != Pace.NEVER) {
            turns.add(new Turn(at, lane));
        }
    }

    private void selectUntilDue() throws IOException {
        long wait =
                turns.isEmpty() ? LOOK.toMillis() : (turns.element().at() - now()) / MILLISECOND;
        if (wait <= 0) {
            selector.selectNow(this::read);
        } else {
            selector.select(this::read, Math.min(wait, LOOK.toMillis()));
        }
    }

    /** Some of those whose turn it is, so that answers are read in between. */
    private void sendDue() {
        for (int i = 0; i < SENT_IN_A_ROW; i++) {
            Turn turn = turns.peek();
            if (turn == null || turn.at() > now()) {
                return;
            }
            turns.remove();
            Lane lane = turn.lane();
            waiting++;
            try {
                lane.send(requests.get(lane.turn(lanes.size(), requests.size())), turn.at());
            } catch (IOException e) {
                fail(lane, e.toString());
            }
        }
    }

    private void read(SelectionKey key) {
        Lane lane = (Lane) key.attachment();
        try {
            if (!lane.isAnswered(buffer)) {
                return;
            }
            Answer answer = lane.answer();
            waiting--;
            long now = now();
            if (now >= pace.begin() && now <= pace.end()) {
                tally.add(answer, now - (pace.isFromDue() ? lane.due() : lane.sent() - start));
            }
            await(lane, pace.next(lane.due(), now, answer.isServed()));
        } catch (IOException e) {
            fail(lane, e.toString());
        }
    }

    /** A caller whose request got no answer connects again; it is over if nobody listens. */
    private void fail(Lane lane, String cause) {
        boolean asked = lane.isWaiting();
        if (asked) {
            waiting--;
            tally.addFailure(cause);
        }
        try {
            lane.renew();
            if (asked) {
                await(lane, pace.next(lane.due(), now(), false));
            }
        } catch (IOException e) {
            // Nobody listens any more. A request that is still due will fail, and be counted.
        }
    }

    private void giveUp() {
        long oldest = System.nanoTime() - PATIENCE.toNanos();
        lanes.stream()
                .filter(lane -> lane.isWaiting() && lane.sent() < oldest)
                .toList()
                .forEach(lane -> fail(lane, "no answer in " + PATIENCE.toSeconds() + " s"));
    }
}
