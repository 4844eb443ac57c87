package io.convene.sandbox;

import io.convene.sandbox.ashby.AshbyStandIn;
import io.convene.sandbox.ceipal.CeipalStandIn;
import io.convene.sandbox.fountain.FountainStandIn;
import io.convene.sandbox.greenhouse.GreenhouseStandIn;
import io.convene.sandbox.wire.SandboxSettings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The four ATSs on one loopback port, each below a path of its own, with generated data that is the
 * same for the same seed and moment. Thread-safe.
 *
 * <p>Wherever a method takes an integration, it takes {@code ashby}, {@code ceipal}, {@code
 * fountain} or {@code greenhouse}, or another way into one of them: {@link #integrations()} lists
 * all.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxServer server;
    private final GreenhouseStandIn greenhouse;
    private final FountainStandIn fountain;
    private final StandIns standIns;
    private final RecentCalls log = new RecentCalls();
    private final FaultQueue faults;

    private Sandbox(Builder builder) {
        SandboxSettings house = builder.house();
        this.greenhouse = new GreenhouseStandIn(house);
        this.fountain = new FountainStandIn(house);
        this.standIns =
                new StandIns(
                        List.of(
                                new AshbyStandIn(house),
                                new CeipalStandIn(house),
                                fountain,
                                greenhouse));
        this.faults = new FaultQueue(standIns);
        RequestRouter door = new RequestRouter(standIns.all(), log, faults, house.clock());
        this.server = new SandboxServer(builder.host, builder.port, door);
    }

    /** A sandbox with generated data, to be configured. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException when the address cannot be listened on; the message names the
     *     address and the cause
     */
    public Sandbox start() {
        server.start();
        return this;
    }

    @Override
    public void close() {
        server.close();
    }

    /** The port it listens on, once started. */
    public int port() {
        return server.port();
    }

    /** Every name that the other methods take: the integrations, and further ways into some. */
    public List<String> integrations() {
        return standIns.names();
    }

    /** The URL that an account of that stand-in has as {@code base_url}. */
    public URI baseUrl(String integration) {
        return URI.create(server.root() + standIns.account(integration).basePath());
    }

    /** The system that the name is a way into, such as {@code ceipal} for {@code ceipal-v1}. */
    public String system(String integration) {
        return standIns.of(integration).integration();
    }

    /** The credentials that the stand-in accepts, named as an account's are. */
    public Map<String, String> credentials(String integration) {
        return standIns.account(integration).credentials();
    }

    /** The settings an account needs to reach the stand-in: {@code base_url} and others. */
    public Map<String, String> settings(String integration) {
        Map<String, String> settings = new HashMap<>();
        standIns.account(integration)
                .settings()
                .forEach((name, value) ->
                        settings.put(name, value.startsWith("/") ? server.root() + value : value));
        settings.put("base_url", baseUrl(integration).toString());
        return Map.copyOf(settings);
    }

    /**
     * The interviews' ids in the order in which the vendor lists them; Fountain: applicant by
     * applicant.
     */
    public List<String> interviewIds(String integration) {
        return standIns.of(integration).interviewIds(integration);
    }

    /**
     * Exactly the bytes sent for one interview.
     *
     * @throws IllegalArgumentException when there is no interview of that id
     */
    public byte[] record(String integration, String id) {
        return known(standIns.of(integration).record(integration, id), integration, id).clone();
    }

    /**
     * Returns the data of one interview, from which its record is written; the README lists the
     * names.
     *
     * @throws IllegalArgumentException when there is no interview of that id
     */
    public Map<String, Object> drawn(String integration, String id) {
        return known(standIns.of(integration).drawn(integration, id), integration, id);
    }

    /** Greenhouse's interviewer rows of one interview, in the order in which they are listed. */
    public List<byte[]> interviewerRows(String interviewId) {
        return greenhouse.interviewerRows(interviewId);
    }

    /** Fountain's applicants, oldest first. */
    public List<String> applicantIds() {
        return fountain.applicantIds();
    }

    /** The slots of one Fountain applicant, in the vendor's order. */
    public List<String> interviewIdsOf(String applicantId) {
        return fountain.interviewIdsOf(applicantId);
    }

    /** Makes every token issued so far invalid. */
    public void expireTokens(String integration) {
        standIns.of(integration).expireTokens();
    }

    /**
     * Makes something go wrong with calls to come.
     *
     * @throws IllegalArgumentException when that stand-in cannot show such a fault
     */
    public void fail(Fault fault) {
        faults.add(fault);
    }

    /** Forgets the faults that have not struck. */
    public void clearFaults() {
        faults.clear();
    }

    /**
     * How many requests came whose path begins so; {@code ""} for all. Paths are as in {@link
     * RecordedCall#path}.
     */
    public long calls(String integration, String pathPrefix) {
        return log.count(standIns.of(integration).integration(), pathPrefix);
    }

    /** The latest requests, oldest first, at most 10,000. */
    public List<RecordedCall> calls() {
        return log.latest();
    }

    /** Forgets all requests so far. */
    public void clearCalls() {
        log.clear();
    }

    private static <T> T known(Optional<T> found, String integration, String id) {
        return found.orElseThrow(
                () -> new IllegalArgumentException("No interview " + id + " in " + integration));
    }

    /** Configures a sandbox. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port;
        private long seed = 42;
        private int interviews = 300;
        private boolean rateLimits;
        private Duration tokenLifetime = Duration.ofHours(1);
        private InstantSource clock = InstantSource.system();
        private Optional<Instant> now = Optional.empty();

        private Builder() {}

        /** Where to listen; default 127.0.0.1. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** The port; default 0, any free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The seed of the generated data; default 42. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** How many interviews each vendor has; default 300. */
        public Builder interviews(int interviews) {
            if (interviews < 0) {
                throw new IllegalArgumentException(
                        "interviews is " + interviews + ", expected 0 or more");
            }
            this.interviews = interviews;
            return this;
        }

        /** The moment the data is arranged around; default today's midnight, UTC. */
        public Builder now(Instant now) {
            this.now = Optional.of(now);
            return this;
        }

        /** Whether the vendors' documented rate limits are enforced; default no. */
        public Builder rateLimits(boolean rateLimits) {
            this.rateLimits = rateLimits;
            return this;
        }

        /** How long a token is good for; default one hour. */
        public Builder tokenLifetime(Duration tokenLifetime) {
            this.tokenLifetime = tokenLifetime;
            return this;
        }

        /** The clock for tokens and rate limits; default the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Generates the data; nothing listens yet. */
        public Sandbox build() {
            return new Sandbox(this);
        }

        /** Builds and starts. */
        public Sandbox start() {
            return build().start();
        }

        private SandboxSettings house() {
            Instant today = now.orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS));
            return new SandboxSettings(seed, interviews, today, rateLimits, tokenLifetime, clock);
        }
    }
}
