package io.convene.launcher.egress;

import io.convene.core.spi.VendorRequest;
import io.convene.launcher.accounts.Account;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor that gives tokens and takes only the one it gave last. */
final class TokenVendor implements AutoCloseable {
    private final AtomicInteger given = new AtomicInteger();
    private final Fixture fixture;

    /** Lets held token requests go on. */
    final CountDownLatch open = new CountDownLatch(1);

    /** How many token requests are never answered. */
    final AtomicInteger hanging = new AtomicInteger();

    /** Counted down when the client gave up a token request that hangs. */
    final CountDownLatch gone = new CountDownLatch(1);

    volatile String valid = "";
    volatile String lifetime = "3600";
    volatile boolean breaking;
    volatile boolean held;
    volatile boolean exchangeWorks = true;
    volatile int tokenStatus = 200;

    TokenVendor() throws IOException {
        this(Duration.ofSeconds(30));
    }

    TokenVendor(Duration tokenTimeout) throws IOException {
        fixture = new Fixture(this::answer, config -> config.tokenTimeout(tokenTimeout));
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        switch (request.path()) {
            case "/token", "/exchange" -> {
                if (hanging.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    wire.untilGone();
                    gone.countDown();
                    return;
                }
                if (held) {
                    open.await();
                }
                if (tokenStatus != 200 || (request.path().equals("/exchange") && !exchangeWorks)) {
                    wire.reply(tokenStatus == 200 ? 400 : tokenStatus, "no client client-5ecret");
                    return;
                }
                String token = "tok-5ecret-" + given.incrementAndGet();
                valid = token;
                wire.reply(200, token + (breaking ? "\r\nX-A:b " : " ") + lifetime);
            }
            case "/forbidden" -> wire.reply(403, "");
            case "/never" -> wire.reply(401, "no " + request.header("Authorization"));
            default -> {
                boolean right = request.header("Authorization").equals("Bearer " + valid);
                wire.reply(right ? 200 : 401, "{}");
            }
        }
    }

    AccountVendor connect(TestProvider provider) {
        return fixture.connect(provider);
    }

    AccountVendor connect(TestProvider provider, Duration deadline) {
        return fixture.connect(provider, deadline);
    }

    Account account() {
        return fixture.account();
    }

    Account account(Map<String, String> credentials) {
        return fixture.account(credentials);
    }

    Egress egress() {
        return fixture.egress;
    }

    String url() {
        return fixture.vendor.url();
    }

    VendorRequest get(String path) {
        return fixture.get(path).build();
    }

    VendorRequest.Builder request(String path) {
        return fixture.get(path);
    }

    /** The requests that came for that path. */
    List<WireRequest> requests(String path) {
        return fixture.vendor.received(path);
    }

    /**
     * Makes the calls at once, lets held token requests go on when all have begun, and returns
     * their results.
     */
    List<Integer> atOnce(List<Callable<Integer>> calls, CountDownLatch waiting) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> futures = calls.stream().map(threads::submit).toList();
            waiting.await();
            Thread.sleep(50);
            open.countDown();
            for (Future<Integer> future : futures) {
                statuses.add(future.get(20, TimeUnit.SECONDS));
            }
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        open.countDown();
        fixture.close();
    }
}
