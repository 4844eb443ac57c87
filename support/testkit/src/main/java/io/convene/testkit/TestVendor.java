package io.convene.testkit;

import java.util.List;
import java.util.Map;

/**
 * A stand-in of the vendor that a bundle speaks to, with an account in it. Its data must not change
 * while it runs. Most authors extend {@link VendorFake}, which has a server; a stand-in that has
 * one already implements this.
 */
public interface TestVendor extends AutoCloseable {
    /** Starts to listen. Called once, before anything else. */
    default void start() {}

    /** The credentials of the account, by the names that the descriptor has for them. */
    Map<String, String> credentials();

    /** The settings of the account. Each that is an address may be called; nothing else may. */
    Map<String, String> settings();

    /**
     * The ids of all interviews that the account has, at least 30. A few hundred show more, at
     * least as many as two of the vendor's largest pages.
     */
    List<String> interviewIds();

    /**
     * For a vendor that lists interviews only within something, such as one candidate: by the
     * filter's name, the ids within which all of them are found. None by default.
     */
    default Map<String, List<String>> within() {
        return Map.of();
    }

    /**
     * The vendor's own words for a refusal, by the name of the {@code VendorException.Kind} that
     * they mean, such as an error inside of HTTP 200. None by default: the usual HTTP statuses are
     * tried in any case.
     */
    default Map<String, List<VendorReply>> refusals() {
        return Map.of();
    }

    /**
     * Where an HTTP status means something else to this vendor than to most: by status, the name of
     * the {@code VendorException.Kind}. None by default.
     */
    default Map<Integer, String> statuses() {
        return Map.of();
    }

    /** Stops. */
    @Override
    default void close() {}
}
