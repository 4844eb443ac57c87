package io.convene.testkit.engine;

import io.convene.core.spi.AtsProvider;
import io.convene.launcher.egress.ProviderHandle;
import io.convene.launcher.providers.Lease;

import java.time.Duration;
import java.util.Optional;

/** A leased bundle, as egress sees it. */
record LeasedBundle(Lease lease) implements ProviderHandle {
    @Override
    public AtsProvider provider() {
        return lease.provider();
    }

    @Override
    public <T> T bind(byte[] json, Class<T> type) {
        return lease.bind(json, type);
    }

    @Override
    public Optional<String> recall(String accountId, String key) {
        return lease.recall(accountId, key);
    }

    @Override
    public void remember(String accountId, String key, String value, Duration atMost) {
        lease.remember(accountId, key, value, atMost);
    }

    @Override
    public String generation() {
        return lease.generation();
    }
}
