package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException.Kind;
import io.convene.launcher.metrics.Metrics;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

class LinesTests {
    private static final URI URL = URI.create("https://api.example.com/a?b=c");
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(5));

    private final Lines lines =
            new Lines(Resilience.defaults(), new Rest(), new EgressMetrics(new Metrics()));

    @Test
    void anAccountHasOneLinePerHostAndPort() {
        Line line = lines.line("a1", "testing", URL, "off");

        assertThat(lines.line("a1", "testing", URI.create("https://API.example.com/other"), "off"))
                .isSameAs(line);
        assertThat(lines.line("a1", "testing", URI.create("https://api.example.com:8443/a"), "off"))
                .isNotSameAs(line);
        assertThat(lines.line("a1", "testing", URI.create("https://api2.example.com/a"), "off"))
                .isNotSameAs(line);
        assertThat(lines.line("a2", "testing", URL, "off")).isNotSameAs(line);
        assertThat(lines.size()).isEqualTo(4);
    }

    @Test
    void anotherQuotaIsKeptOnALineOfItsOwn() {
        Line line = lines.line("a1", "testing", URL, "60/PT1M");

        assertThat(lines.line("a1", "testing", URL, "60/PT1M")).isSameAs(line);
        assertThat(lines.line("a1", "testing", URL, "61/PT1M")).isNotSameAs(line);
        assertThat(lines.size()).isEqualTo(1);
    }

    @Test
    void aWrongQuotaIsSaid() {
        assertThat(failure(Kind.REJECTED, () -> lines.line("a1", "testing", URL, "often")))
                .hasMessageStartingWith("The account's setting quota is wrong: \"often\" is no");
        assertThat(lines.size()).isZero();
    }

    @Test
    void idleLinesGoAndThoseInUseStay() {
        lines.line("idle", "testing", URL, "60/PT1M");
        lines.line("daily", "testing", URL, "60/P1D");
        Line used = lines.line("used", "testing", URL, "off");
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
        lines.line("a1", "testing", URL, "off");
        lines.line("a2", "testing", URL, "off");
        lines.forgetAccount("a1");

        assertThat(lines.size()).isEqualTo(1);
    }
}
