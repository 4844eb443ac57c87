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

    private final HostChannels lines =
            new HostChannels(
                    Resilience.defaults(),
                    new InterruptibleSleep(),
                    new EgressMetrics(new Metrics()));

    @Test
    void anAccountHasOneLinePerHostAndPort() {
        HostChannel line = lines.line("a1", "testing", URL, OFF);

        assertThat(lines.line("a1", "testing", URI.create("https://API.example.com/other"), OFF))
                .isSameAs(line);
        assertThat(lines.line("a1", "testing", URI.create("https://api.example.com:8443/a"), OFF))
                .isNotSameAs(line);
        assertThat(lines.line("a1", "testing", URI.create("https://api2.example.com/a"), OFF))
                .isNotSameAs(line);
        assertThat(lines.line("a2", "testing", URL, OFF)).isNotSameAs(line);
        assertThat(lines.size()).isEqualTo(4);
    }

    @Test
    void anotherQuotaIsKeptOnALineOfItsOwn() {
        HostChannel line = lines.line("a1", "testing", URL, perMinute(60));

        assertThat(lines.line("a1", "testing", URL, perMinute(60))).isSameAs(line);
        assertThat(lines.line("a1", "testing", URL, perMinute(61))).isNotSameAs(line);
        assertThat(lines.size()).isEqualTo(1);
    }

    @Test
    void idleLinesGoAndThoseInUseStay() {
        lines.line("idle", "testing", URL, perMinute(60));
        lines.line("daily", "testing", URL, Optional.of(Quota.of(60, Duration.ofDays(1))));
        HostChannel used = lines.line("used", "testing", URL, OFF);
        assertThat(used.enter(DEADLINE)).isEmpty();

        lines.sweep(System.nanoTime() + Duration.ofMinutes(9).toNanos());
        assertThat(lines.size()).isEqualTo(3);

        long later = System.nanoTime() + Duration.ofMinutes(11).toNanos();
        lines.sweep(later);
        assertThat(lines.size()).isEqualTo(2);
        used.leave();
        lines.sweep(later);
        assertThat(lines.size()).isEqualTo(1);
        lines.sweep(System.nanoTime() + Duration.ofDays(3).toNanos());
        assertThat(lines.size()).isZero();
    }

    @Test
    void anAccountThatIsNoMoreHasNone() {
        lines.line("a1", "testing", URL, OFF);
        lines.line("a2", "testing", URL, OFF);
        lines.forgetAccount("a1");

        assertThat(lines.size()).isEqualTo(1);
    }

    private static Optional<Quota> perMinute(int calls) {
        return Optional.of(Quota.of(calls, Duration.ofMinutes(1)));
    }
}
