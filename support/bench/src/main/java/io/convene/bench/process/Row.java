package io.convene.bench.process;

import java.net.URI;
import java.util.List;

/**
 * A contender that is running.
 *
 * @param contender who it is
 * @param address where it answers
 * @param serving its processes, whose CPU time is its own
 */
public record Row(Contender contender, URI address, List<ServerProcess> serving) {
    /** The URL of that page here. */
    public URI url(VendorPage page) {
        return URI.create(address + page.request());
    }
}
