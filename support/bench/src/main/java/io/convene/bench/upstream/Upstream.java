package io.convene.bench.upstream;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.LongAdder;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A process with fixed vendors on two loopback ports, plain and TLS. {@code /ashby/100} is an Ashby
 * with pages of 100, whatever limit is sent; there are 10, 20, 100 and 500, and the same of {@code
 * /greenhouse}. {@code /ashby/20/after/5000} is an Ashby that takes 5 seconds for an answer, or any
 * other number of milliseconds. {@code /ashby/100x10000} is an Ashby with as many pages. {@code
 * /calls} says how many calls came so far, token requests not counted.
 */
public final class Upstream {
    /** How many interviews a page of the long list has. */
    public static final int PAGE = 100;

    /** How many pages the long list has. */
    public static final int PAGES = 10_000;

    private static final int[] SIZES = {10, 20, 100, 500};

    /** As many connections as can be opened at once: Linux cuts it to {@code somaxconn}. */
    private static final int BACKLOG = 16 * 1024;

    private Upstream() {}

    /** Serves until it is killed. Arguments: a PKCS12 key store and its password. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        LongAdder calls = new LongAdder();
        HttpRouting.Builder routing =
                HttpRouting.builder()
                        .get(
                                "/calls",
                                (request, response) ->
                                        response.send(
                                                Long.toString(calls.sum())
                                                        .getBytes(StandardCharsets.UTF_8)));
        for (int size : SIZES) {
            Ashby ashby = new Ashby(size, calls);
            routing.register("/ashby/" + size, ashby);
            routing.post(
                    "/ashby/" + size + "/after/{milliseconds}/interviewSchedule.list",
                    ashby::listLater);
            routing.register("/greenhouse/" + size, new Greenhouse(size, calls));
        }
        routing.register("/ashby/" + PAGE + "x" + PAGES, new AshbyList(PAGE, PAGES, calls));
        SSLContext context = context(Path.of(arguments[0]), arguments[1].toCharArray());
        WebServer plain = server(routing).build().start();
        WebServer secure =
                server(routing).tls(Tls.builder().sslContext(context).build()).build().start();
        System.out.println("ready http=" + plain.port() + " https=" + secure.port());
    }

    private static WebServerConfig.Builder server(HttpRouting.Builder routing) {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .backlog(BACKLOG)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .useNio(false)
                .routing(routing);
    }

    private static SSLContext context(Path file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
