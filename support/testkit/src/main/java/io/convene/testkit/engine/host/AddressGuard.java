package io.convene.testkit.engine.host;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.containment.ForwardingVendor;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.auth.EgressRules;
import io.convene.testkit.engine.report.RuleProblems;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The host's own vendor, after a check of each request's address: only settings name addresses. */
public final class AddressGuard extends ForwardingVendor implements VendorCalls {
    private final VendorCalls vendor;
    private final List<String> hosts;
    private final Set<String> authorities;
    private final Instant now;
    private final RuleProblems problems;

    /**
     * A guard before that vendor.
     *
     * @param hosts the hosts that the descriptor declares
     * @param authorities where the settings point to
     * @param now the bundle's present
     * @param problems where requests that go elsewhere are noted
     */
    public AddressGuard(
            VendorCalls vendor,
            List<String> hosts,
            Set<String> authorities,
            Instant now,
            RuleProblems problems) {
        super(vendor);
        this.now = now;
        this.vendor = vendor;
        this.hosts = hosts;
        this.authorities = authorities;
        this.problems = problems;
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        return vendor.send(checked(request));
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> requests) {
        requests.forEach(this::checked);
        return vendor.sendAll(requests);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean renewToken() {
        return vendor.renewToken();
    }

    @Override
    public boolean mayContinue() {
        return vendor.mayContinue();
    }

    /** Notes a request that goes elsewhere. */
    public static void check(
            VendorRequest request,
            List<String> hosts,
            Set<String> authorities,
            RuleProblems problems) {
        String url = request.url();
        if (leadsElsewhere(url, authorities)) {
            problems.add(
                    EgressRules.refusal(URI.create(url), hosts, Set.of()).isPresent()
                            ? "The bundle asks "
                                    + url
                                    + ", whose host its descriptor does not declare."
                            : "The bundle asks "
                                    + url
                                    + ", which no setting of the account leads to: an account must be able to move every"
                                    + " address.");
        }
    }

    private VendorRequest checked(VendorRequest request) {
        check(request, hosts, authorities, problems);
        if (leadsElsewhere(request.url(), authorities)) {
            throw new VendorException(
                    VendorException.Kind.REJECTED,
                    "The bundle asks " + request.url() + ", which no setting leads to.");
        }
        return request;
    }

    private static boolean leadsElsewhere(String url, Set<String> authorities) {
        return !authorities.contains(String.valueOf(URI.create(url).getRawAuthority()));
    }
}
