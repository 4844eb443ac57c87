package io.convene.launcher.egress.host;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the address of a host. Called on a thread of its own, where it may take long. */
@FunctionalInterface
public interface NameLookup {
    /** Returns an address of the host. */
    InetAddress address(String host) throws UnknownHostException;

    /** Asks the system's resolver. */
    static NameLookup system() {
        return InetAddress::getByName;
    }
}
