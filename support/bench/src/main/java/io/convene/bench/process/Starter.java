package io.convene.bench.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Starts contenders; nothing comes back for one whose program is not installed. */
record Starter(Site site, Wiring wiring) {
    private static final Pattern CONVENE_READY =
            Pattern.compile("accepts requests at http://[^:]+:(?<http>\\d+)");

    Optional<StartedServer> start(Contender contender) {
        return switch (contender) {
            case NGINX -> Nginx.reverseProxy(site, wiring);
            case PROXY -> Optional.of(peer("ByteProxy"));
            case JAVALIN -> Optional.of(peer("JavalinMapper"));
            case NODE_1 -> node(1);
            case NODE_2 -> node(2);
            case CONVENE -> Optional.of(convene("", Customers.NONE));
            case CONVENE_40 ->
                    Optional.of(
                            convene(
                                    Bundles.tenfold(site.distribution(), site.folder("bundles")),
                                    "",
                                    Customers.NONE));
        };
    }

    private StartedServer peer(String type) {
        Path folder = site.folder(type);
        Path configuration = Configurations.peers(folder, upstream());
        return ready(
                Site.startJava(
                        type,
                        "io.convene.bench.peer." + type,
                        trust(),
                        List.of(configuration.toString()),
                        folder),
                ServerProcess.READY);
    }

    private Optional<StartedServer> node(int processes) {
        return Tool.NODE
                .find()
                .map(node -> {
                    Path folder = site.folder("node");
                    Path configuration = Configurations.peers(folder, upstream());
                    return ready(
                            ServerProcess.start(
                                    "node",
                                    List.of(
                                            node.toString(),
                                            site.home().resolve("node/mapper.js").toString(),
                                            configuration.toString(),
                                            Integer.toString(processes)),
                                    Map.of(
                                            "NODE_EXTRA_CA_CERTS",
                                            site.certificate().certificate().toString()),
                                    folder.resolve("node.log")),
                            ServerProcess.READY);
                });
    }

    /** Convene with its own bundles and further options for its Java runtime. */
    StartedServer convene(String javaOptions, Customers customers) {
        return convene(
                Bundles.copy(site.distribution(), site.folder("bundles")), javaOptions, customers);
    }

    private StartedServer convene(Path bundles, String javaOptions, Customers customers) {
        String options = (javaOptions + " " + String.join(" ", trust())).strip();
        return ready(
                new ConveneCommand(site, upstream(), options).start(bundles, 0, customers),
                CONVENE_READY);
    }

    private URI upstream() {
        return site.upstream(wiring.toVendor());
    }

    /** The options that make a JVM trust the vendor's certificate; none without TLS. */
    private List<String> trust() {
        return wiring.toVendor()
                ? List.of(
                        "-Djavax.net.ssl.trustStore=" + site.certificate().store(),
                        "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD)
                : List.of();
    }

    private static StartedServer ready(ServerProcess process, Pattern ready) {
        return new StartedServer(process, Integer.parseInt(process.await(ready).group("http")));
    }
}
