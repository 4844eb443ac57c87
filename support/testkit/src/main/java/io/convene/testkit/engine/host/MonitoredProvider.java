package io.convene.testkit.engine.host;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.ProviderHandle;
import io.convene.launcher.providers.Lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The provider of a lease under a monitor, for the kit and for the host's own calls. */
final class MonitoredProvider implements AtsProvider, ProviderHandle {
    private final Lease lease;
    private final CallMonitor monitor;

    MonitoredProvider(Lease lease, CallMonitor monitor) {
        this.lease = lease;
        this.monitor = monitor;
    }

    @Override
    public ProviderDescriptor descriptor() {
        return lease.descriptor();
    }

    @Override
    public List<String> problems(Settings settings) {
        return MonitoredListing.present(
                monitor,
                "problems",
                "return List.of() where nothing is wrong",
                () -> lease.uncontained().problems(settings));
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return MonitoredListing.present(
                        monitor,
                        "interviews",
                        "return Optional.empty() where the system has no interviews",
                        () -> lease.uncontained().interviews())
                .map(listing -> new MonitoredListing(listing, monitor));
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        return MonitoredListing.present(
                monitor,
                "tokenRequest",
                "return the VendorRequest that obtains a token",
                () -> lease.uncontained().tokenRequest(connection, renewal));
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        return MonitoredListing.present(
                monitor,
                "token",
                "return a Token, or throw a VendorException for an answer without one",
                () -> lease.uncontained().token(response, connection));
    }

    @Override
    public AtsProvider provider() {
        return this;
    }

    @Override
    public <T> T bind(byte[] json, Class<T> type) {
        return lease.bind(json, type);
    }

    @Override
    public Optional<String> recall(String accountId, String key) {
        return lease.recall(accountId, key);
    }

    @Override
    public void remember(String accountId, String key, String value, Duration atMost) {
        lease.remember(accountId, key, value, atMost);
    }

    @Override
    public String generation() {
        return lease.generation();
    }
}
