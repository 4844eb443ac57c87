package io.convene.launcher.api;

import io.convene.launcher.accounts.Scope;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderStatus;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.Optional;

/**
 * {@code GET /admin/providers}: every bundle found, its state, and the remedy; and every account
 * that no active bundle serves.
 */
final class ProvidersHandler implements Handler {
    private final CallerAuthorization callers;
    private final Providers providers;
    private final UnservedAccounts unserved;

    ProvidersHandler(CallerAuthorization callers, Providers providers, UnservedAccounts unserved) {
        this.callers = callers;
        this.providers = providers;
        this.unserved = unserved;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        callers.require(request, Scope.ADMIN);
        JsonBuffer out = new JsonBuffer().ascii("{\"providers\":[");
        String separator = "";
        for (ProviderStatus status : providers.list()) {
            out.ascii(separator);
            write(out, status);
            separator = ",";
        }
        out.ascii("],\"unserved_accounts\":[");
        writeUnserved(out);
        out.ascii("]}");
        out.sendTo(response);
    }

    private void writeUnserved(JsonBuffer out) {
        String separator = "";
        for (UnservedAccounts.Group group : unserved.find()) {
            for (String id : group.accounts()) {
                out.ascii(separator).ascii("{\"integrated_account_id\":").string(id);
                member(out, "integration", Optional.of(group.integration()));
                member(out, "provider_version", group.range());
                member(out, "reason", Optional.of(group.reason()));
                member(out, "fix", Optional.of(group.fix()));
                out.ascii('}');
                separator = ",";
            }
        }
    }

    private static void write(JsonBuffer out, ProviderStatus status) {
        out.ascii("{\"bundle\":").string(status.bundle());
        member(out, "id", status.id());
        member(out, "version", status.version());
        member(out, "module", status.module());
        member(out, "state", Optional.of(status.state().name()));
        member(out, "spi", status.spi());
        out.ascii(",\"hosts\":[");
        List<String> hosts = status.hosts();
        for (int i = 0; i < hosts.size(); i++) {
            out.ascii(i == 0 ? "" : ",").string(hosts.get(i));
        }
        out.ascii(']');
        member(out, "documentation", status.documentation());
        member(out, "code", status.code().map(code -> code.code()));
        member(out, "reason", status.reason());
        member(out, "fix", status.fix());
        out.ascii('}');
    }

    private static void member(JsonBuffer out, String name, Optional<String> value) {
        out.ascii(",\"").ascii(name).ascii("\":");
        out.stringOrNull(value);
    }
}
