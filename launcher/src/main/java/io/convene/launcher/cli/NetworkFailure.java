package io.convene.launcher.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

/** Says in plain English why a server could not be reached. */
public final class NetworkFailure {
    private NetworkFailure() {}

    /** The reason, as a clause, such as "the connection was refused". */
    public static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "no address is found for the name of its host";
            }
        }
        return switch (failure) {
            case HttpTimeoutException slow -> "it did not answer in time";
            case ConnectException refused -> "the connection was refused";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
