package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.api.request.IgnoredParameters;
import io.convene.launcher.api.request.MetaParameters;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.EncodedResponse;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.http.RoutePath;
import io.convene.launcher.openapi.Abilities;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.time.Deadline;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.Optional;

/**
 * Which filters and fields an integration has: for an account, or for an integration under its
 * default settings.
 */
final class MetaHandler {
    /** Which segment of the path is the integration. */
    private static final int INTEGRATION = 3;

    private final ApiConfig config;
    private final CallerAuthorization callers;
    private final Requests requests;
    private final Integrations integrations;

    MetaHandler(
            ApiConfig config,
            CallerAuthorization callers,
            Requests requests,
            Integrations integrations) {
        this.config = config;
        this.callers = callers;
        this.requests = requests;
        this.integrations = integrations;
    }

    /** {@code GET /unified/ats/interviews/meta/list?integrated_account_id=…}. */
    void ofAccount(ServerRequest request, ServerResponse response) {
        Deadline deadline = Deadline.in(config.deadline());
        CallerToken token = callers.require(request, Scope.READ);
        IgnoredParameters ignored = new IgnoredParameters(config.compatibility());
        Account account =
                requests.account(
                        MetaParameters.ofAccount(request.query().rawValue(), ignored), token);
        ignored.tell(response);
        try (Lease lease = requests.lease(account, response, deadline::nanoTime)) {
            write(response, lease, Requests.support(lease, account)).sendTo(response);
        }
    }

    /** {@code GET /unified/ats/interviews/{integration}/meta/list}. */
    void ofIntegration(ServerRequest request, ServerResponse response) {
        callers.require(request, Scope.READ);
        IgnoredParameters ignored = new IgnoredParameters(config.compatibility());
        MetaParameters.ofIntegration(request.query().rawValue(), ignored);
        ignored.tell(response);
        try (Lease lease = integrations.lease(RoutePath.segment(request, INTEGRATION))) {
            write(response, lease, lease.supportByDefault()).sendTo(response);
        }
    }

    /** The answer as JSON; says in the response whose it is. */
    static JsonBuffer write(ServerResponse response, Lease lease, Optional<Support> found) {
        EncodedResponse.answeredBy(response, lease.id(), lease.version());
        Support support =
                found.orElseThrow(() ->
                        new ApiException(
                                404, "The integration " + lease.id() + " has no interviews."));
        Abilities abilities = new Abilities(lease.id(), support);
        JsonBuffer out = new JsonBuffer().ascii("{\"integration\":").string(lease.id());
        out.ascii(",\"version\":").string(lease.version()).ascii(",\"filters\":");
        String separator = "{";
        for (Filter filter : Filter.values()) {
            out.ascii(separator).string(filter.text()).ascii(':').string(abilities.of(filter));
            separator = ",";
        }
        out.ascii("},\"fields\":");
        separator = "{";
        for (Field field : Field.values()) {
            out.ascii(separator).string(field.text()).ascii(':').string(abilities.of(field));
            separator = ",";
        }
        return out.ascii("}}");
    }
}
