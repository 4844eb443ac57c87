package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class StringCacheTests {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 10);
    private final StringCache cache = new StringCache(nanoTime::get);

    @Test
    void forgetsWhatIsTooOld() {
        cache.remember("account", "stages", "[]", Duration.ofMinutes(5));

        nanoTime.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(cache.recall("account", "stages")).contains("[]");
        nanoTime.addAndGet(1);
        assertThat(cache.recall("account", "stages")).isEmpty();
    }

    @Test
    void dropsWhatWasNotUsedForLongestWhenThereIsNoRoom() {
        String value = "x".repeat(StringCache.MAX_TEXT);
        int fit = StringCache.MAX_TOTAL / StringCache.MAX_TEXT;
        cache.remember("account", "first", "kept in use", Duration.ofHours(1));
        for (int i = 0; i < fit; i++) {
            cache.remember("account", "value" + i, value, Duration.ofHours(1));
            assertThat(cache.recall("account", "first")).isPresent();
        }

        assertThat(cache.recall("account", "value0")).isEmpty();
        assertThat(cache.recall("account", "value" + (fit - 1))).isPresent();
    }

    @Test
    void doesNotKeepATextThatIsNoSmallOne() {
        cache.remember("account", "users", "[]", Duration.ofHours(1));
        cache.remember(
                "account", "users", "x".repeat(StringCache.MAX_TEXT + 1), Duration.ofHours(1));

        assertThat(cache.recall("account", "users")).isEmpty();
    }

    @Test
    void replacesAValueWithoutCountingItTwice() {
        for (int i = 0; i < 1000; i++) {
            cache.remember(
                    "account", "users", "x".repeat(StringCache.MAX_TEXT), Duration.ofDays(300_000));
        }
        cache.remember("account", "other", "y", Duration.ZERO);

        assertThat(cache.recall("account", "users")).isPresent();
        assertThat(cache.recall("account", "other")).isEmpty();
    }
}
