package io.convene.launcher.api.answer;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Support;
import io.convene.launcher.api.request.Format;
import io.convene.launcher.api.request.ListParameters;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.Plan;
import io.convene.launcher.time.Deadline;
import io.helidon.webserver.http.ServerResponse;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One account's interviews, as one request reads them. Opened once for each request.
 *
 * @param provider the account's provider, leased until the answer is out
 * @param listing how the provider lists interviews
 * @param support the provider's support with the account's settings
 * @param plan where to begin, how much, and who evaluates which filter
 * @param asked the parameters of the caller's request
 * @param vendors the account's vendor, with its calls limited by a deadline
 */
public record Reading(
        Lease provider,
        Listing<InterviewDraft> listing,
        Support support,
        Plan plan,
        ListParameters asked,
        Function<Deadline, AccountVendor> vendors) {
    /** The account's vendor until that deadline. */
    public AccountVendor vendor(Deadline deadline) {
        return vendors.apply(deadline);
    }

    /** How an interview is written. */
    public InterviewForm form() {
        return asked.format() == Format.NORMALIZED
                ? new NormalizedForm(asked.excluded())
                : new UnifiedForm(asked.excluded());
    }

    /**
     * Reads from that vendor, and reports the vendor's limits to the caller in either case.
     *
     * @throws io.convene.launcher.http.ApiException for the vendor's failure
     */
    public static <T> T from(AccountVendor vendor, ServerResponse response, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (VendorFailure e) {
            throw VendorErrors.of(e);
        } finally {
            VendorLimits.tell(response, vendor);
        }
    }
}
