package io.convene.bench.crowd;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Callers with a connection each, served by one thread. They take turns in asking for the next of a
 * list of requests. Not thread-safe.
 */
public final class Crowd implements AutoCloseable {
    private final Selector selector;
    private final List<byte[]> requests;
    private final List<Lane> lanes = new ArrayList<>();

    private Crowd(Selector selector, List<byte[]> requests) {
        this.selector = selector;
        this.requests = List.copyOf(requests);
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
            crowd = new Crowd(Selector.open(), requests);
            for (int i = 0; i < callers; i++) {
                URI server = servers.get(i % servers.size());
                crowd.lanes.add(
                        new Lane(
                                i,
                                new InetSocketAddress(server.getHost(), server.getPort()),
                                crowd.selector));
            }
            return crowd;
        } catch (IOException e) {
            if (crowd != null) {
                crowd.close();
            }
            throw new BenchException("%d callers cannot connect: %s".formatted(callers, e));
        }
    }

    /** How many there are. */
    public int callers() {
        return lanes.size();
    }

    /** Sends at that pace and waits for all answers. */
    public Tally run(Pace pace) {
        try {
            return new CrowdRun(selector, requests, lanes, pace).toItsEnd();
        } catch (IOException e) {
            throw new BenchException("the callers cannot go on: " + e);
        }
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
