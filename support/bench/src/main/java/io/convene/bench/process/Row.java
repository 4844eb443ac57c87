package io.convene.bench.process;

import java.net.URI;
import java.util.List;

/**
 * A contender that is running.
 *
 * @param contender who it is
 * @param label its name in tables
 * @param address where it answers
 * @param serving its processes, whose CPU time is its own
 */
public record Row(Contender contender, String label, URI address, List<ServerProcess> serving) {
    /** The process that answers, without the one that terminates TLS. */
    public ServerProcess server() {
        return serving.getLast();
    }

    /** The URL of that page here. */
    public URI url(VendorPage page) {
        return URI.create(address + page.request());
    }
}
