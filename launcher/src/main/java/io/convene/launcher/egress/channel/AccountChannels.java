package io.convene.launcher.egress.channel;

import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Quota;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/** The channels that one request uses of its account. Thread-safe. */
public final class AccountChannels {
    private final HostChannels channels;
    private final String accountId;
    private final String integration;
    private final Optional<Quota> quota;
    private volatile @Nullable HostChannel last;

    private AccountChannels(HostChannels channels, Account account, Optional<Quota> quota) {
        this.channels = channels;
        this.accountId = account.id();
        this.integration = account.integration();
        this.quota = quota;
    }

    /**
     * The account's channels, paced by its quota or else by the provider's default.
     *
     * @throws VendorException of kind REJECTED when the account's setting is not a quota
     */
    public static AccountChannels of(
            HostChannels channels, Account account, ProviderDescriptor descriptor) {
        return new AccountChannels(
                channels, account, Settings.of(descriptor, account.settings()).quota());
    }

    /** The channel to that URL's host. */
    HostChannel to(URI url) {
        HostChannel channel = channels.channel(accountId, integration, url, quota);
        last = channel;
        return channel;
    }

    /** Whether the channel used last lets another call begin within that deadline. */
    public boolean hasTurnWithin(Deadline deadline) {
        HostChannel channel = last;
        return channel == null || channel.hasTurnWithin(deadline);
    }
}
