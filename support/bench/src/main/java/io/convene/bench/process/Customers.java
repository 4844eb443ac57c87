package io.convene.bench.process;

import io.convene.bench.upstream.Credentials;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The accounts in Convene's configuration.
 *
 * @param own those of the rows, one for each page
 * @param count how many further ones
 * @param page the page that all of these have; without one they are never asked, and as different
 *     as those of many customers
 */
public record Customers(List<VendorPage> own, int count, Optional<VendorPage> page) {
    /** None but those of the rows. */
    public static final Customers NONE = new Customers(VendorPage.ALL, 0, Optional.empty());

    private static final int FEW = 4;

    /** So many in all, of which four are asked. */
    public static Customers total(int accounts) {
        return new Customers(VendorPage.ALL.subList(0, FEW), accounts - FEW, Optional.empty());
    }

    /** So many further ones with that page, which must be Ashby's. */
    public static Customers of(int count, VendorPage page) {
        return new Customers(VendorPage.ALL, count, Optional.of(page));
    }

    /** The path and query for each of them. */
    public List<String> requests() {
        return IntStream.range(0, count)
                .mapToObj(number -> page.map(asked -> asked.request(id(number))).orElseThrow())
                .toList();
    }

    String yaml(URI upstream) {
        return IntStream.range(0, count)
                .mapToObj(number -> account(number, upstream))
                .collect(Collectors.joining());
    }

    private String account(int number, URI upstream) {
        return """
          - id: %s
            tenant_id: customer-%d
        """
                        .formatted(id(number), number)
                + page.map(asked -> ashby(upstream + asked.path()))
                        .orElseGet(() -> silentAccount(number));
    }

    private static String ashby(String address) {
        return """
            integration: ashby
            credentials: {api_key: "%s"}
            settings: {base_url: "%s", quota: "off"}
        """
                .formatted(Credentials.API_KEY, address);
    }

    private static String silentAccount(int number) {
        return """
            integration: greenhouse
            credentials:
              client_id: "client-%d"
              client_secret: "%s"
            settings:
              base_url: "https://harvest.greenhouse.io"
              quota: 60/PT1M
        """
                .formatted(number, "%040d".formatted(number));
    }

    private static String id(int number) {
        return new UUID(0x4000, Long.MIN_VALUE | number).toString();
    }
}
