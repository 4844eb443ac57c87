package io.convene.launcher.api;

import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ErrorBoundary;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.http.RoutePath;
import io.convene.launcher.mcp.McpAnswer;
import io.convene.launcher.mcp.McpServer;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /mcp} and {@code POST /mcp/{token}}: the endpoint for programs that use language
 * models. In the second form the token is in the path, for programs that send no headers.
 */
final class McpHandler {
    /** Which segment of the path is the token. */
    private static final int TOKEN = 1;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final CallerAuthorization callers;
    private final Set<String> origins;
    private final McpServer server;
    private final McpTools tools;

    McpHandler(CallerAuthorization callers, Set<String> origins, McpServer server, McpTools tools) {
        this.callers = callers;
        this.origins = origins;
        this.server = server;
        this.tools = tools;
    }

    /** With the token in the header. */
    void bearer(ServerRequest request, ServerResponse response) {
        answer(request, response, ErrorBoundary.bearer(request));
    }

    /** With the token in the path. */
    void path(ServerRequest request, ServerResponse response) {
        answer(request, response, Optional.of(RoutePath.segment(request, TOKEN)));
    }

    private void answer(
            ServerRequest request, ServerResponse response, Optional<String> presented) {
        request.headers().first(HeaderNames.ORIGIN).ifPresent(this::refuseUnlessAllowed);
        CallerToken token = callers.require(presented, Scope.READ);
        byte[] body =
                request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        McpAnswer answer =
                server.answer(
                        body,
                        name -> request.headers().first(HeaderNames.create(name)),
                        tools.of(token, response));
        response.status(Status.create(answer.status()));
        if (answer.body().isEmpty()) {
            response.send();
            return;
        }
        byte[] json = answer.body().get().toString().getBytes(StandardCharsets.UTF_8);
        new JsonBuffer().bytes(json).sendTo(response);
    }

    /** A page of another site must not reach a server in the reader's network. */
    private void refuseUnlessAllowed(String origin) {
        if (!origins.contains("*") && !origins.contains(origin) && !isLoopback(origin)) {
            throw new ApiException(
                    403, "Pages of this origin may not ask here; add it to server.cors.origins.");
        }
    }

    private static boolean isLoopback(String origin) {
        try {
            return LOOPBACK.contains(String.valueOf(URI.create(origin).getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
