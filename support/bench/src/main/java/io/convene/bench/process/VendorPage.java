package io.convene.bench.process;

import io.convene.bench.upstream.Upstream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A page that the upstream has, and the account through which everybody reaches it.
 *
 * @param integration {@code ashby} or {@code greenhouse}
 * @param size the interviews on it
 * @param pages how many such pages there are
 */
public record VendorPage(String integration, int size, int pages) {
    /** A list of a million interviews. */
    public static final VendorPage MILLION = new VendorPage("ashby", Upstream.PAGE, Upstream.PAGES);

    /** All there are. */
    static final List<VendorPage> ALL =
            List.of(
                    new VendorPage("ashby", 10),
                    new VendorPage("ashby", 100),
                    new VendorPage("ashby", 500),
                    new VendorPage("greenhouse", 10),
                    new VendorPage("greenhouse", 100),
                    new VendorPage("greenhouse", 500),
                    MILLION);

    /** The first of two pages. */
    public VendorPage(String integration, int size) {
        this(integration, size, 2);
    }

    /** The account's id, the same in every run. */
    public String accountId() {
        return UUID.nameUUIDFromBytes(path().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Where the vendor is, below the upstream's address. */
    public String path() {
        return "/" + integration + "/" + size + (pages == 2 ? "" : "x" + pages);
    }

    /** The path and query that every row receives. */
    public String request() {
        return "/unified/ats/interviews?integrated_account_id=" + accountId() + "&limit=" + size;
    }
}
