package io.convene.bench.process;

import java.net.URI;
import java.nio.file.Path;

/**
 * Convene from the moment its process was asked for, whether or not it answers already. Closing
 * stops it.
 *
 * @param process it
 * @param address where it will answer
 * @param begun the moment, in the terms of {@link System#nanoTime()}
 */
public record ColdStart(ServerProcess process, URI address, long begun) implements AutoCloseable {
    /** Starts it in new folders, with further options for its Java runtime. */
    public static ColdStart of(Site site, String javaOptions) {
        return of(site, javaOptions, Customers.NONE);
    }

    /** The same with further accounts in its configuration. */
    public static ColdStart of(Site site, String javaOptions, Customers customers) {
        ConveneCommand command = new ConveneCommand(site, site.upstream(false), javaOptions);
        Path bundles = Bundles.copy(site.distribution(), site.folder("bundles"));
        int port = Site.freePort();
        long begun = System.nanoTime();
        return new ColdStart(
                command.start(bundles, port, customers),
                URI.create("http://127.0.0.1:" + port),
                begun);
    }

    @Override
    public void close() {
        process.close();
    }
}
