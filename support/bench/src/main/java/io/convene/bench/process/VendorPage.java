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
 * @param delay milliseconds that the vendor takes for one
 */
public record VendorPage(String integration, int size, int pages, int delay) {
    /** A list of a million interviews. */
    public static final VendorPage MILLION =
            new VendorPage("ashby", Upstream.PAGE, Upstream.PAGES, 0);

    /** Those of the accounts that every configuration has. */
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
        this(integration, size, 2, 0);
    }

    /** The first page of an Ashby that takes so many milliseconds for an answer. */
    public static VendorPage slow(int size, int milliseconds) {
        return new VendorPage("ashby", size, 2, milliseconds);
    }

    /** The account's id, the same in every run. */
    public String accountId() {
        return UUID.nameUUIDFromBytes(path().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Where the vendor is, below the upstream's address. */
    public String path() {
        return "/"
                + integration
                + "/"
                + size
                + (pages == 2 ? "" : "x" + pages)
                + (delay == 0 ? "" : "/after/" + delay);
    }

    /** The path and query that every row receives. */
    public String request() {
        return request(accountId());
    }

    /** The same of another account. */
    String request(String account) {
        return "/unified/ats/interviews?integrated_account_id=" + account + "&limit=" + size;
    }
}
