package io.convene.testkit;

import io.convene.core.Interview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in of the vendor that a bundle speaks to, with an account in it. Its data must not change
 * while it runs. Most authors extend {@link VendorFake}, which has a server; a stand-in that has
 * one already implements this.
 *
 * @since 0.1.0
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
     * Every interview as the endpoint must answer it, in the vendor's order. Each has all fields
     * that {@code support()} declares, with everything expanded; other fields are not compared.
     * Make it from the data that the vendor's answers are made from, not from the answers: reading
     * those is the bundle's work. Called once, after {@link #start()}.
     *
     * <p>Its {@code remoteData} is not looked at: {@link #remoteData(String)} gives the exact text.
     *
     * @return one interview for each of {@link #interviewIds()}; none by default, and then no value
     *     is examined, and a filtered list is compared with the bundle's own whole list
     */
    default List<Interview> truth() {
        return List.of();
    }

    /**
     * The vendor's record of an interview, as the endpoint must answer it, byte for byte. Called
     * once for each interview of {@link #truth()}.
     *
     * @param id the interview's id
     * @return a JSON object; empty by default, and then the record is not compared
     */
    default Optional<String> remoteData(String id) {
        return Optional.empty();
    }

    /** The bundle's present. The system's clock by default. */
    default Instant now() {
        return Instant.now();
    }

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
     * the {@code VendorException.Kind}. None by default. A page of HTML with that status may keep
     * its usual meaning, as it need not come from the vendor.
     */
    default Map<Integer, String> statuses() {
        return Map.of();
    }

    /**
     * Lets the vendor give no more than so many records a page from now on, whatever it is asked
     * for, as some vendors do; {@link Integer#MAX_VALUE} ends it. Such a vendor is tried in any
     * case, by requests that ask for fewer records than the bundle believes. That shows nothing
     * about a bundle whose requests do not depend on the size of a page: for those implement this.
     *
     * @param most how many records, 1 or more
     * @return whether this vendor can do so; false by default
     */
    default boolean capPages(int most) {
        return false;
    }

    /** Stops. */
    @Override
    default void close() {}
}
