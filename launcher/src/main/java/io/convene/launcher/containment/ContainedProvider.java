package io.convene.launcher.containment;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.Optional;

/**
 * A bundle's provider as the rest of the host calls it: whatever it does wrong ends as a {@link
 * BundleFault} that names it, and by the deadline. Belongs to one request and must be closed with
 * it. Thread-safe.
 */
public final class ContainedProvider implements AtsProvider, AutoCloseable {
    private final AtsProvider provider;
    private final ProviderDescriptor descriptor;
    private final BundleCalls calls;
    private final Optional<ContainedListing> listing;

    /**
     * The provider, called on behalf of that request.
     *
     * @param descriptor its descriptor from when it was loaded
     * @param listing how it lists interviews, as it said when it was loaded
     */
    public ContainedProvider(
            AtsProvider provider,
            ProviderDescriptor descriptor,
            Optional<Listing<InterviewDraft>> listing,
            Containment containment,
            CallContext context) {
        this.provider = provider;
        this.descriptor = descriptor;
        this.calls = new BundleCalls(containment, context);
        this.listing = listing.map(one -> new ContainedListing(one, calls));
    }

    /** Makes further calls on behalf of that request. */
    public void serve(CallContext context) {
        calls.serve(context);
    }

    /** Whether the bundle has done something wrong on behalf of that request. */
    public boolean hasFailed() {
        return calls.hasFailed();
    }

    @Override
    public ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public List<String> problems(Settings settings) {
        // Asked at the start, by a thread that nothing else could answer for.
        return DetachedTask.call(
                "bundle-problems",
                () ->
                        calls.call(
                                BundleMethod.PROBLEMS,
                                () -> List.copyOf(provider.problems(settings))));
    }

    @Override
    public Optional<Listing<InterviewDraft>> interviews() {
        return listing.map(one -> one);
    }

    @Override
    public VendorRequest tokenRequest(Connection connection, boolean renewal) {
        return RequestCheck.checked(
                calls,
                BundleMethod.TOKEN_REQUEST,
                calls.call(
                        BundleMethod.TOKEN_REQUEST,
                        () -> provider.tokenRequest(connection, renewal)));
    }

    @Override
    public Token token(VendorResponse response, Connection connection) {
        return calls.call(BundleMethod.TOKEN, () -> provider.token(response, connection));
    }

    @Override
    public void close() {
        listing.ifPresent(ContainedListing::close);
    }

    @Override
    public String toString() {
        return provider.getClass().getName();
    }
}
