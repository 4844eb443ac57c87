package io.convene.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The vendor in a unit test of a bundle's {@code join}: it gives prepared answers and keeps the
 * requests. It remembers texts for as long as it exists. Not thread-safe.
 *
 * {@snippet :
 * RecordedVendor vendor =
 *         RecordedVendor.below("https://api.acme.example/").with("users", response);
 * listing.join(page, query, vendor);
 * assertThat(vendor.rounds()).containsExactly(List.of("users"));
 * }
 *
 * @since 1.0.0
 */
public final class RecordedVendor implements Vendor {
    private final String base;
    private final Function<VendorRequest, VendorResponse> otherwise;
    private final Map<String, VendorResponse> answers = new HashMap<>();
    private final List<VendorRequest> requests = new ArrayList<>();
    private final List<List<String>> rounds = new ArrayList<>();
    private final Map<String, String> remembered = new HashMap<>();
    private Instant now = Instant.EPOCH;

    private RecordedVendor(String base, Function<VendorRequest, VendorResponse> otherwise) {
        this.base = base;
        this.otherwise = otherwise;
    }

    /**
     * A vendor that answers only requests prepared by {@link #with}. Any other request throws a
     * {@link VendorException} of kind {@code EXHAUSTED}, as a host does after its last call.
     *
     * @param base the beginning of each URL, such as {@code https://api.acme.example/v1/}
     * @return a vendor without answers
     */
    public static RecordedVendor below(String base) {
        return new RecordedVendor(
                base,
                request -> {
                    throw new VendorException(
                            VendorException.Kind.EXHAUSTED, "No call is left for " + request);
                });
    }

    /**
     * A vendor that works out each answer.
     *
     * @param answers called once for each request, in their order; an exception from it reaches the
     *     bundle
     * @return a vendor with these answers
     */
    public static RecordedVendor answering(Function<VendorRequest, VendorResponse> answers) {
        return new RecordedVendor("", answers);
    }

    /**
     * Prepares the answer to a GET, however often it comes, in place of one prepared before.
     *
     * @param call the URL after the base, percent-decoded, such as {@code users?page=2}
     * @param answer the answer
     * @return this vendor
     */
    public RecordedVendor with(String call, VendorResponse answer) {
        answers.put(call, answer);
        return this;
    }

    /**
     * Sets the time that the bundle is told; {@link Instant#EPOCH} by default.
     *
     * @param time the time of the request
     * @return this vendor
     */
    public RecordedVendor at(Instant time) {
        now = time;
        return this;
    }

    /**
     * The requests so far.
     *
     * @return an unmodifiable view, in the order in which they were sent
     */
    public List<VendorRequest> requests() {
        return Collections.unmodifiableList(requests);
    }

    /**
     * The requests so far, grouped by the calls that sent them together.
     *
     * @return one list for each {@link #send} or {@link #sendAll}: a GET below the base as {@link
     *     #with} names it, any other request as {@link VendorRequest#toString} writes it
     */
    public List<List<String>> rounds() {
        return Collections.unmodifiableList(rounds);
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        return sendAll(List.of(request)).getFirst();
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> all) {
        requests.addAll(all);
        rounds.add(all.stream().map(this::call).toList());
        return all.stream().map(this::answer).toList();
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        remembered.put(key, value);
    }

    /**
     * Not supported: only a host can bind.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        throw new UnsupportedOperationException(
                "RecordedVendor cannot bind %s: test it with the conformance kit"
                        .formatted(type.getName()));
    }

    @Override
    public Instant now() {
        return now;
    }

    private VendorResponse answer(VendorRequest request) {
        VendorResponse answer = answers.get(call(request));
        return answer == null ? otherwise.apply(request) : answer;
    }

    private String call(VendorRequest request) {
        String url = URLDecoder.decode(request.fullUrl(), UTF_8);
        return request.method().equals("GET") && url.startsWith(base)
                ? url.substring(base.length())
                : request.toString();
    }
}
