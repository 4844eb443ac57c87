package io.convene.launcher.egress.host;

/**
 * How hosts are reached.
 *
 * @param proxies the proxies in front of them
 * @param lookup finds their addresses
 */
public record Network(Proxies proxies, NameLookup lookup) {
    /** Every host directly, by the system's resolver. */
    public static Network direct() {
        return new Network(Proxies.none(), NameLookup.system());
    }

    /** The same through these proxies. */
    public Network proxies(Proxies others) {
        return new Network(others, lookup);
    }

    /** The same with another lookup. */
    public Network lookup(NameLookup other) {
        return new Network(proxies, other);
    }
}
