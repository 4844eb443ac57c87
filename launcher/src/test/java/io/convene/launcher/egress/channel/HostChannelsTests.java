package io.convene.launcher.egress.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.Quota;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.time.Deadline;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

class HostChannelsTests {
    private static final URI URL = URI.create("https://api.example.com/a?b=c");
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(5));

    private static final Optional<Quota> OFF = Optional.empty();

    private final HostChannels channels =
            new HostChannels(
                    Resilience.defaults(),
                    new InterruptibleSleep(),
                    new EgressMetrics(new Metrics()));

    @Test
    void anAccountHasOneLinePerHostAndPort() {
        HostChannel channel = channels.channel("a1", "testing", URL, OFF);

        assertThat(
                        channels.channel(
                                "a1", "testing", URI.create("https://API.example.com/other"), OFF))
                .isSameAs(channel);
        assertThat(
                        channels.channel(
                                "a1", "testing", URI.create("https://api.example.com:8443/a"), OFF))
                .isNotSameAs(channel);
        assertThat(channels.channel("a1", "testing", URI.create("https://api2.example.com/a"), OFF))
                .isNotSameAs(channel);
        assertThat(channels.channel("a2", "testing", URL, OFF)).isNotSameAs(channel);
        assertThat(channels.size()).isEqualTo(4);
    }

    @Test
    void anotherQuotaIsKeptOnALineOfItsOwn() {
        HostChannel channel = channels.channel("a1", "testing", URL, perMinute(60));

        assertThat(channels.channel("a1", "testing", URL, perMinute(60))).isSameAs(channel);
        assertThat(channels.channel("a1", "testing", URL, perMinute(61))).isNotSameAs(channel);
        assertThat(channels.size()).isEqualTo(1);
    }

    @Test
    void idleLinesGoAndThoseInUseStay() {
        channels.channel("idle", "testing", URL, perMinute(60));
        channels.channel("daily", "testing", URL, Optional.of(Quota.of(60, Duration.ofDays(1))));
        HostChannel used = channels.channel("used", "testing", URL, OFF);
        assertThat(used.enter(DEADLINE)).isEmpty();

        channels.sweep(System.nanoTime() + Duration.ofMinutes(9).toNanos());
        assertThat(channels.size()).isEqualTo(3);

        long later = System.nanoTime() + Duration.ofMinutes(11).toNanos();
        channels.sweep(later);
        assertThat(channels.size()).isEqualTo(2);
        used.leave();
        channels.sweep(later);
        assertThat(channels.size()).isEqualTo(1);
        channels.sweep(System.nanoTime() + Duration.ofDays(3).toNanos());
        assertThat(channels.size()).isZero();
    }

    @Test
    void anAccountThatIsNoMoreHasNone() {
        channels.channel("a1", "testing", URL, OFF);
        channels.channel("a2", "testing", URL, OFF);
        channels.forgetAccount("a1");

        assertThat(channels.size()).isEqualTo(1);
    }

    private static Optional<Quota> perMinute(int calls) {
        return Optional.of(Quota.of(calls, Duration.ofMinutes(1)));
    }
}
