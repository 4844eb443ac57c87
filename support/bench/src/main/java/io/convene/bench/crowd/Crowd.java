package io.convene.bench.crowd;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Callers with a connection each, served by one thread. The n-th request of a caller is the n-th of
 * the list, counted from its own place. Not thread-safe.
 */
public final class Crowd implements AutoCloseable {
    private record Turn(long at, Lane lane) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK = Duration.ofSeconds(1).toMillis();
    private static final int SENT_IN_A_ROW = 64;
    private static final int BUFFER = 256 * 1024;

    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<byte[]> requests;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparingLong(Turn::at));
    private final int[] places;
    private Tally tally = new Tally();
    private Pace pace = Pace.once();
    private long start;
    private int waiting;

    private Crowd(Selector selector, List<byte[]> requests, int callers) {
        this.selector = selector;
        this.requests = List.copyOf(requests);
        this.places = new int[callers];
    }

    /** A GET with a token, as bytes. */
    public static byte[] get(String pathAndQuery, String token) {
        return """
        GET %s HTTP/1.1
        Host: 127.0.0.1
        Authorization: Bearer %s

        """
                .formatted(pathAndQuery, token)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Connects so many callers, one after the other. */
    public static Crowd connect(URI server, List<byte[]> requests, int callers) {
        return connect(List.of(server), requests, callers);
    }

    /** The same, each caller to the next of those servers. */
    public static Crowd connect(List<URI> servers, List<byte[]> requests, int callers) {
        Crowd crowd = null;
        try {
            crowd = new Crowd(Selector.open(), requests, callers);
            for (int i = 0; i < callers; i++) {
                URI server = servers.get(i % servers.size());
                crowd.lanes.add(
                        new Lane(
                                i,
                                new InetSocketAddress(server.getHost(), server.getPort()),
                                crowd.selector));
                crowd.places[i] = i;
            }
            return crowd;
        } catch (IOException e) {
            if (crowd != null) {
                crowd.close();
            }
            throw new BenchException("%d callers cannot connect: %s".formatted(callers, e));
        }
    }

    /** Sends at that pace and waits for all answers. */
    public Tally run(Pace wanted) {
        tally = new Tally();
        pace = wanted;
        start = System.nanoTime();
        lanes.forEach(lane -> await(lane, pace.first(lane.number())));
        long looked = 0;
        try {
            while (!turns.isEmpty() || waiting > 0) {
                sendDue();
                long wait = turns.isEmpty() ? LOOK : (turns.element().at() - now()) / 1_000_000;
                if (wait <= 0) {
                    selector.selectNow(this::read);
                } else {
                    selector.select(this::read, Math.min(wait, LOOK));
                }
                if (now() - looked > Duration.ofMillis(LOOK).toNanos()) {
                    looked = now();
                    giveUp();
                }
            }
        } catch (IOException e) {
            throw new BenchException("the callers cannot go on: " + e);
        }
        return tally.over(Math.min(now(), pace.end()) / 1e9);
    }

    private long now() {
        return System.nanoTime() - start;
    }

    private void await(Lane lane, long at) {
        if (at != Pace.NEVER) {
            turns.add(new Turn(at, lane));
        }
    }

    private void sendDue() {
        for (int i = 0; i < SENT_IN_A_ROW; i++) {
            Turn turn = turns.peek();
            if (turn == null || turn.at() > now()) {
                return;
            }
            turns.remove();
            Lane lane = turn.lane();
            byte[] request = requests.get(places[lane.number()] % requests.size());
            places[lane.number()] = (places[lane.number()] + places.length) % requests.size();
            waiting++;
            try {
                lane.send(request, turn.at());
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
            if (now <= pace.end()) {
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

    @Override
    public void close() {
        try {
            for (Lane lane : lanes) {
                lane.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new BenchException("the callers cannot hang up: " + e);
        }
    }
}
