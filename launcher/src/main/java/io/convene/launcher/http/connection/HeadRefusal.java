package io.convene.launcher.http.connection;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.RequestException;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;

/**
 * A request that was refused because of its head.
 *
 * @param sentence the mistake and the remedy; quotes nothing of the request
 */
public record HeadRefusal(String sentence) implements TransportRequest {
    /** Makes the exception that lets the server answer with that status and close. */
    static RequestException of(int status, String sentence) {
        return RequestException.builder()
                .type(status == 505 ? EventType.HTTP_VERSION_NOT_SUPPORTED : EventType.BAD_REQUEST)
                .status(Status.create(status))
                .request(new HeadRefusal(sentence))
                .setKeepAlive(false)
                .message(sentence)
                .build();
    }

    @Override
    public String protocolVersion() {
        return "";
    }

    @Override
    public String method() {
        return "";
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public ServerRequestHeaders headers() {
        return DirectHandler.TransportRequest.empty().headers();
    }
}
