package io.convene.launcher.egress.channel;

import io.convene.core.spi.Quota;
import io.convene.launcher.egress.host.Authority;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The channels of all accounts, as long as they are in use and some minutes more. Thread-safe. */
public final class HostChannels {
    private record ChannelKey(String account, String authority) {}

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Resilience rules;
    private final InterruptibleSleep sleep;
    private final EgressMetrics metrics;
    private final ConcurrentHashMap<ChannelKey, HostChannel> channels = new ConcurrentHashMap<>();
    private final AtomicLong sweptAt = new AtomicLong(System.nanoTime());

    HostChannels(Resilience rules, InterruptibleSleep sleep, EgressMetrics metrics) {
        this.rules = rules;
        this.sleep = sleep;
        this.metrics = metrics;
        metrics.watch(this);
    }

    /**
     * The channel to that URL's host and port; an account with another quota has a new one.
     *
     * @param integration the account's, under which its calls are counted
     * @param quota the account's quota, if there is one
     */
    HostChannel channel(String accountId, String integration, URI url, Optional<Quota> quota) {
        ChannelKey key = new ChannelKey(accountId, url.getRawAuthority().toLowerCase(Locale.ROOT));
        HostChannel channel = channels.get(key);
        if (channel != null && channel.quota().equals(quota)) {
            return channel;
        }
        sweepInTime(System.nanoTime());
        return channels.compute(
                key,
                (same, old) ->
                        old != null && old.quota().equals(quota)
                                ? old
                                : new HostChannel(
                                        new ChannelName(
                                                accountId, integration, Authority.host(url)),
                                        quota,
                                        rules,
                                        sleep,
                                        metrics.of(integration)));
    }

    public void forgetAccount(String accountId) {
        channels.keySet().removeIf(key -> key.account().equals(accountId));
    }

    /**
     * Drops the channels that were not used for a while; one that just begins to be used may go,
     * too.
     */
    void sweep(long now) {
        channels.values().removeIf(channel -> channel.isIdle(now, QUIET));
    }

    void forEach(Consumer<HostChannel> action) {
        channels.values().forEach(action);
    }

    int size() {
        return channels.size();
    }

    private void sweepInTime(long now) {
        long last = sweptAt.get();
        if (now - last > BETWEEN_SWEEPS.toNanos() && sweptAt.compareAndSet(last, now)) {
            sweep(now);
        }
    }
}
