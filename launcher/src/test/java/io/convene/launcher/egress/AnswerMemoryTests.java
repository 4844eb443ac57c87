package io.convene.launcher.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.launcher.admission.AnswerMemory;
import io.convene.launcher.admission.HeldMemory;
import io.convene.launcher.admission.OverloadException;
import io.convene.launcher.admission.Rank;
import io.convene.launcher.time.Deadline;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Vendors' answers are read when there is memory for them. */
@Timeout(60)
class AnswerMemoryTests {
    private static final TestProvider PROVIDER = TestProvider.with(TestProvider.BY_KEY);
    private static final int LENGTH = 100_000;

    /** An answer needs three times its length: room for one and a half. */
    private final AnswerMemory memory = new AnswerMemory(LENGTH * 9L / 2);

    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture =
                new Fixture((request, connection) -> {
                    String body = "x".repeat(LENGTH);
                    if (request.target().endsWith("/chunked")) {
                        connection.raw(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                                        .formatted(LENGTH, body)
                                        .getBytes(US_ASCII));
                    } else {
                        connection.reply(200, body);
                    }
                });
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    @Test
    void anAnswerIsReadWhenAnotherRequestEnds() throws Exception {
        HeldMemory first = memory.open(Rank.LIST);
        assertThat(ask("/a", first, Duration.ofSeconds(30))).isEqualTo(LENGTH);
        HeldMemory second = memory.open(Rank.LIST);
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> ask("/b", second, Duration.ofSeconds(30)));
        await().until(second::isShort);

        first.close();

        assertThat(waiting.get()).isEqualTo(LENGTH);
        second.close();
    }

    @Test
    void aRequestWhoseAnswerIsNotReadInTimeIsToldToComeBack() {
        HeldMemory first = memory.open(Rank.LIST);
        ask("/a", first, Duration.ofSeconds(30));
        HeldMemory second = memory.open(Rank.LIST);

        assertThatExceptionOfType(OverloadException.class)
                .isThrownBy(() -> ask("/b", second, Duration.ofMillis(300)))
                .withMessageStartingWith("There is no memory for the answer now");

        second.close();
        first.close();
        HeldMemory third = memory.open(Rank.LIST);
        assertThat(ask("/c", third, Duration.ofSeconds(30))).isEqualTo(LENGTH);
    }

    @Test
    void aFurtherAnswerOfARequestDoesNotWaitForIts() {
        HeldMemory request = memory.open(Rank.LIST);

        assertThat(ask("/a", request, Duration.ofSeconds(30))).isEqualTo(LENGTH);
        assertThat(ask("/b", request, Duration.ofSeconds(30))).isEqualTo(LENGTH);
    }

    @Test
    void aStreamNeedsNoMoreForItsLaterPages() {
        HeldMemory stream = memory.open(Rank.STREAM);

        for (int page = 0; page < 20; page++) {
            assertThat(ask("/a", stream, Duration.ofSeconds(30))).isEqualTo(LENGTH);
        }
    }

    @Test
    void anAnswerOfUnknownLengthIsGivenUpWhenItGrowsBeyondTheMemory() {
        AnswerMemory little = new AnswerMemory(LENGTH * 2L);
        HeldMemory other = little.open(Rank.LIST);
        assertThat(other.whenFree(LENGTH, () -> {})).isTrue();
        HeldMemory request = little.open(Rank.LIST);

        assertThatExceptionOfType(OverloadException.class)
                .isThrownBy(() -> ask("/chunked", request, Duration.ofSeconds(30)));
    }

    @Test
    void anAnswerLargerThanAllMemoryIsReadAlone() {
        HeldMemory request = new AnswerMemory(1_000).open(Rank.LIST);

        assertThat(ask("/chunked", request, Duration.ofSeconds(30))).isEqualTo(LENGTH);
    }

    private int ask(String path, HeldMemory held, Duration time) {
        AccountVendor vendor =
                fixture.egress.connect(fixture.account(), PROVIDER, Deadline.in(time), 20, held);
        return vendor.send(fixture.get(path).build()).bytes().length;
    }
}
