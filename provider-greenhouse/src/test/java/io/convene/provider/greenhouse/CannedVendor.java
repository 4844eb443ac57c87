package io.convene.provider.greenhouse;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host whose vendor gives prepared answers: by path and decoded query, such as {@code users?a=b}.
 */
final class CannedVendor implements Vendor {
    private static final String BASE = "https://harvest.greenhouse.io/v3/";

    private final Map<String, VendorResponse> answers = new HashMap<>();
    private final List<List<String>> rounds = new ArrayList<>();

    CannedVendor with(String call, VendorResponse answer) {
        answers.put(call, answer);
        return this;
    }

    /** What was asked, one list for all that was sent at once. */
    List<List<String>> rounds() {
        return rounds;
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        return sendAll(List.of(request)).getFirst();
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> requests) {
        List<String> calls = requests.stream().map(CannedVendor::call).toList();
        rounds.add(calls);
        return calls.stream().map(this::answer).toList();
    }

    private VendorResponse answer(String call) {
        return Optional.ofNullable(answers.get(call))
                .orElseThrow(() ->
                        new VendorException(VendorException.Kind.TIMED_OUT, "No answer in time."));
    }

    static String call(VendorRequest request) {
        String url = URLDecoder.decode(request.fullUrl(), StandardCharsets.UTF_8);
        return request.method().equals("GET") && url.startsWith(BASE)
                ? url.substring(BASE.length())
                : request.toString();
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.empty();
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        throw new UnsupportedOperationException("nothing is remembered");
    }

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        throw new UnsupportedOperationException("nothing is bound");
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }
}
