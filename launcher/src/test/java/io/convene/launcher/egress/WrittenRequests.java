package io.convene.launcher.egress;

import io.convene.core.spi.VendorRequest;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.auth.RequestWriter;
import io.convene.launcher.egress.auth.Secrets;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests as they would go out to a vendor, were one there. */
public final class WrittenRequests {
    private final RequestWriter writer = new RequestWriter(Set.of());
    private final Secrets secrets =
            new Secrets(new Account("a", "t", "fake", Optional.empty(), Map.of(), Map.of()), null);

    /** The request to a host below example.com. */
    public HttpRequest write(VendorRequest request) {
        return writer.write(
                writer.allowed(request, Set.of("*.example.com")), secrets, Optional.empty());
    }
}
