package io.convene.bench.process;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers of one section. Closing stops them all. */
public final class Crew implements AutoCloseable {
    private final Site site;
    private final Wiring wiring;
    private final List<ServerProcess> processes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Crew(Site site, Wiring wiring) {
        this.site = site;
        this.wiring = wiring;
    }

    /** Starts those contenders. One whose program is not installed is left out. */
    public static Crew start(Site site, List<Contender> contenders, Wiring wiring) {
        Crew crew = new Crew(site, wiring);
        try {
            contenders.forEach(crew::add);
            return crew;
        } catch (RuntimeException e) {
            crew.close();
            throw e;
        }
    }

    /**
     * Starts Convene once for each of those sets of options for its Java runtime, by which its rows
     * are labelled.
     */
    public static Crew ofConvene(Site site, List<String> javaOptions) {
        return ofConvene(site, javaOptions, Customers.NONE);
    }

    /** The same with further accounts in their configuration. */
    public static Crew ofConvene(Site site, List<String> javaOptions, Customers customers) {
        Crew crew = new Crew(site, Wiring.PLAIN);
        try {
            for (String options : javaOptions) {
                StartedServer started = new Starter(site, Wiring.PLAIN).convene(options, customers);
                crew.processes.add(started.process());
                crew.addRow(Contender.CONVENE, options, started.port(), List.of(started.process()));
            }
            return crew;
        } catch (RuntimeException e) {
            crew.close();
            throw e;
        }
    }

    /** Those that run, in the order they were asked for. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void close() {
        processes.reversed().forEach(ServerProcess::close);
    }

    private void add(Contender contender) {
        Optional<StartedServer> started = new Starter(site, wiring).start(contender);
        if (started.isEmpty()) {
            return;
        }
        processes.add(started.get().process());
        if (!wiring.toCallers() || contender == Contender.NGINX) {
            addRow(
                    contender,
                    contender.label(),
                    started.get().port(),
                    List.of(started.get().process()));
            return;
        }
        Nginx.tlsFront(site, started.get().port())
                .ifPresent(front -> {
                    processes.add(front.process());
                    addRow(
                            contender,
                            contender.label(),
                            front.port(),
                            List.of(front.process(), started.get().process()));
                });
    }

    private void addRow(Contender contender, String label, int port, List<ServerProcess> serving) {
        String scheme = wiring.toCallers() ? "https" : "http";
        rows.add(new Row(contender, label, URI.create(scheme + "://127.0.0.1:" + port), serving));
    }
}
