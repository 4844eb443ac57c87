package io.convene.launcher.egress;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.AccountStatuses;
import io.convene.launcher.admission.HeldMemory;
import io.convene.launcher.egress.auth.AccountCalls;
import io.convene.launcher.egress.auth.AccountIdentity;
import io.convene.launcher.egress.auth.Outbound;
import io.convene.launcher.egress.auth.Redaction;
import io.convene.launcher.egress.auth.RequestTokens;
import io.convene.launcher.egress.auth.RequestWriter;
import io.convene.launcher.egress.auth.Secrets;
import io.convene.launcher.egress.auth.TokenSlot;
import io.convene.launcher.egress.auth.TokenSource;
import io.convene.launcher.egress.auth.TokenStore;
import io.convene.launcher.egress.channel.AccountChannels;
import io.convene.launcher.egress.channel.EgressMetrics;
import io.convene.launcher.egress.channel.Sender;
import io.convene.launcher.egress.wire.CallLog;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.time.Deadline;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything that leaves for a vendor: connections, allowed hosts, secrets, tokens, deadlines,
 * quotas and repetitions. One per launcher, thread-safe.
 */
public final class Egress implements AutoCloseable {
    private final EgressConfig config;
    private final Outbound outbound;
    private final Sender sender;
    private final TokenStore tokens;
    private final AccountStatuses statuses = new AccountStatuses();
    private final EgressMetrics metrics;

    private Egress(EgressConfig config, Metrics metrics) {
        this.config = config;
        this.metrics = new EgressMetrics(metrics);
        this.sender = new Sender(config.resilience(), config.wire(), this.metrics);
        this.outbound = new Outbound(new RequestWriter(config.allow()), sender, this.metrics);
        this.tokens = new TokenStore(config.tokenTimeout());
        metrics.gauge(
                "convene_accounts_needing_reauth",
                "Accounts whose credentials their vendors refused last.",
                statuses::unwell);
    }

    /** An egress under these rules. */
    public static Egress of(EgressConfig config) {
        return of(config, new Metrics());
    }

    /** An egress under these rules, which counts there. */
    public static Egress of(EgressConfig config, Metrics metrics) {
        return new Egress(config, metrics);
    }

    /** Begins to count for that integration, so that zero differs from unknown. */
    public void expect(String integration) {
        metrics.of(integration);
    }

    /**
     * The vendor of that account for one request. Nothing is sent yet.
     *
     * @param handle the generation to ask; its lease must last as long as the request
     * @param deadline the end of every call, of waiting for a token and of reading bodies
     * @param maxCalls how many calls the request may make, redirects and repetitions included,
     *     token requests not
     * @throws VendorException of kind BAD_CREDENTIALS when the account lacks the credentials for
     *     every authentication that the provider declares; of kind REJECTED when its setting {@code
     *     quota} is not a quota
     */
    public AccountVendor connect(
            Account account, ProviderHandle handle, Deadline deadline, int maxCalls) {
        return connect(account, handle, deadline, maxCalls, HeldMemory.unlimited());
    }

    /**
     * The same for a request whose answer is held in that memory.
     *
     * @param memory must be closed after the request
     */
    public AccountVendor connect(
            Account account,
            ProviderHandle handle,
            Deadline deadline,
            int maxCalls,
            HeldMemory memory) {
        CallLog log = new CallLog(maxCalls, memory);
        AtsProvider provider = handle.provider();
        Optional<Authentication> authentication =
                Secrets.authentication(provider.descriptor(), account);
        Optional<RequestTokens> requestTokens =
                authentication
                        .filter(Authentication::isToken)
                        .map(way -> {
                            TokenSlot slot = tokens.slot(account, handle.generation());
                            TokenSource source =
                                    new TokenSource(
                                            provider,
                                            account,
                                            way,
                                            outbound,
                                            config.tokenTimeout(),
                                            log);
                            return new RequestTokens(slot, source, deadline);
                        });
        AccountCalls calls =
                new AccountCalls(
                        new AccountIdentity(
                                account,
                                provider.descriptor().hosts(),
                                authentication,
                                requestTokens),
                        outbound,
                        sender.transport(),
                        AccountChannels.of(sender.channels(), account, provider.descriptor()),
                        deadline,
                        log);
        return new AccountVendor(handle, calls, config.parallel(), statuses);
    }

    /**
     * Takes the account's credentials and present tokens out of texts; to be applied before a text
     * is cut.
     */
    public UnaryOperator<String> redaction(Account account) {
        return text -> Redaction.of(account, tokens.values(account.id())).clean(text);
    }

    /**
     * Drops the tokens of a generation that is no longer in use, and ends the attempts to obtain
     * one.
     */
    public void forgetGeneration(String generation) {
        tokens.forgetGeneration(generation);
    }

    /** The accounts' statuses with their vendors, as the calls so far have shown. */
    public AccountStatuses statuses() {
        return statuses;
    }

    /** Drops the tokens, the rate limit and the status of an account that was removed. */
    public void forgetAccount(String accountId) {
        statuses.forget(accountId);
        tokens.forgetAccount(accountId);
        sender.channels().forgetAccount(accountId);
    }

    /** Ends every call under way. */
    @Override
    public void close() {
        tokens.forgetAll();
        sender.close();
    }
}
