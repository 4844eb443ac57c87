package io.convene.provider.fountain;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host whose vendor gives prepared answers by path, and which remembers for ever. */
final class CannedVendor implements Vendor {
    private static final String BASE = "https://api.fountain.com/v2/";

    private final Map<String, VendorResponse> answers = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private final List<List<String>> rounds = new ArrayList<>();

    CannedVendor with(String path, VendorResponse answer) {
        answers.put(path, answer);
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
        List<String> paths = requests.stream().map(CannedVendor::path).toList();
        rounds.add(paths);
        return paths.stream().map(this::answer).toList();
    }

    private static String path(VendorRequest request) {
        String url = request.fullUrl();
        return url.startsWith(BASE) ? url.substring(BASE.length()) : url;
    }

    private VendorResponse answer(String path) {
        return Optional.ofNullable(answers.get(path))
                .orElseThrow(() ->
                        new VendorException(VendorException.Kind.EXHAUSTED, "No call is left."));
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        remembered.put(key, value);
    }

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        throw new UnsupportedOperationException("nothing is bound");
    }

    @Override
    public Instant now() {
        return Fountain.NOW;
    }
}
