package io.convene.bench.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is measured. */
public enum Contender {
    /** A limit: nginx passes the vendor's page through. */
    NGINX("nginx", "nginx, bytes through"),
    /** The limit that counts: Convene's server and client, the same calls, no mapping. */
    PROXY("proxy", "Helidon, JDK client, bytes through"),
    /** Convene as its distribution starts it. */
    CONVENE("convene", "Convene"),
    /** The same with ten versions of every bundle. */
    CONVENE_40("convene-40", "Convene, tenfold bundles"),
    /** A peer in Java. */
    JAVALIN("javalin", "Javalin, Jackson tree"),
    /** A peer in JavaScript. */
    NODE_1("node1", "Node, 1 process"),
    /** The same on as many processes as the reference machine has cores. */
    NODE_2("node2", "Node, 2 processes");

    private final String id;
    private final String label;

    Contender(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** Whether it answers unified interviews. */
    public boolean maps() {
        return this != NGINX && this != PROXY;
    }

    /** The contender of that name. */
    public static Optional<Contender> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** All names, separated by commas. */
    public static String ids() {
        return Arrays.stream(values()).map(Contender::id).collect(Collectors.joining(","));
    }
}
