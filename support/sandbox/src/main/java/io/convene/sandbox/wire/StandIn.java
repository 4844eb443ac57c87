package io.convene.sandbox.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One vendor, imitated. Thread-safe: its data never changes, its tokens and windows guard
 * themselves.
 */
public interface StandIn {

    String integration();

    /** The ways in, the usual one first. */
    List<VendorAccount> accounts();

    /** The functions that answer, by the first path segment on this server. */
    Map<String, Function<IncomingCall, Reply>> mounts();

    /** The interviews' ids in the order in which the vendor lists them to that account. */
    List<String> interviewIds(String account);

    /** The bytes sent for that interview. */
    Optional<byte[]> record(String account, String id);

    /** That interview as it was drawn: see {@link Drawn}. */
    Optional<Map<String, Object>> drawn(String account, String id);

    /** Whether the path is that of a list, which a {@link PageFault} can be put on. */
    boolean isList(String path);

    /** The faults that its lists can have. */
    Set<PageFault> twists();

    /** Whether callers need a token. */
    boolean hasTokens();

    /** Makes every token issued so far invalid. */
    void expireTokens();

    /** The vendor's own words for too many calls, with a Retry-After when one is given. */
    Reply tooMany(Optional<Duration> retryAfter);

    /** The vendor's own words for a fault of its own. */
    Reply broken();
}
