package io.convene.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Interview;
import io.convene.sandbox.Fault;
import io.convene.sandbox.Sandbox;
import io.convene.testkit.TestVendor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the sandbox's connections. The expected interviews follow from the sandbox's data by rules
 * of their own, and never from the records that it wrote.
 */
abstract class SandboxVendor implements TestVendor {
    /** How many interviews a bundle is examined over; 1,000 in {@code ./build full}. */
    static final int WHOLE = Integer.getInteger("convene.conformance.interviews", 400);

    /** How many are enough for a connection that a bundle reads in much the same way as another. */
    static final int VARIANT = 250;

    private static final Instant NOW = Instant.parse("2026-06-15T00:00:00Z");

    private static final long SEED = Long.getLong("convene.fuzz.seed", 1);

    private final Sandbox sandbox;
    private final String connection;
    private final Instant now;

    /** The connection of that name in a sandbox with so many interviews. */
    SandboxVendor(String connection, int interviews) {
        this(connection, interviews, NOW);
    }

    /** The same with interviews from half a year before that moment to some weeks after it. */
    SandboxVendor(String connection, int interviews, Instant now) {
        this.sandbox =
                Sandbox.builder()
                        .seed(SEED + connection.hashCode())
                        .interviews(interviews)
                        .now(now)
                        .build();
        this.connection = connection;
        this.now = now;
    }

    /** Sets each field of an interview but its id. */
    abstract void fill(Drawn drawn, Interview.Builder interview);

    /** The vendor's own bytes for an interview. */
    String record(String id) {
        return new String(sandbox.record(connection, id), UTF_8);
    }

    /** The order of a whole list, if it is not the sandbox's. */
    Comparator<Drawn> order() {
        return (one, other) -> 0;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void start() {
        sandbox.start();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Map<String, String> credentials() {
        return sandbox.credentials(connection);
    }

    @Override
    public Map<String, String> settings() {
        return sandbox.settings(connection);
    }

    @Override
    public List<String> interviewIds() {
        return sandbox.interviewIds(connection);
    }

    @Override
    public List<Interview> truth() {
        return interviewIds().stream()
                .map(id -> new Drawn(sandbox.drawn(connection, id)))
                .sorted(order())
                .map(this::interview)
                .toList();
    }

    @Override
    public Optional<String> remoteData(String id) {
        return Optional.of(record(id));
    }

    private Interview interview(Drawn drawn) {
        Interview.Builder interview = Interview.builder().id(drawn.text("id").orElseThrow());
        fill(drawn, interview);
        return interview.build();
    }

    /** The sandbox caps pages at 7, which is no more than the kit asks for. */
    @Override
    public boolean capPages(int most) {
        sandbox.clearFaults();
        if (most == Integer.MAX_VALUE) {
            return canCapPages();
        }
        if (canCapPages()) {
            sandbox.fail(Fault.of(connection, Fault.Effect.CAPPED_PAGES).times(Integer.MAX_VALUE));
        }
        return canCapPages();
    }

    /** Fountain's slots are not paged. */
    private boolean canCapPages() {
        return !connection.startsWith("fountain");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
