package io.convene.testkit;

import io.convene.core.Interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Another vendor, that says something else of its interviews.
 *
 * @param unrecorded the ids of interviews whose record it does not say
 */
record TestVendorOf(TestVendor vendor, List<Interview> truth, Set<String> unrecorded)
        implements TestVendor {
    TestVendorOf(TestVendor vendor, List<Interview> truth) {
        this(vendor, truth, Set.of());
    }

    @Override
    public void start() {
        vendor.start();
    }

    @Override
    public Map<String, String> credentials() {
        return vendor.credentials();
    }

    @Override
    public Map<String, String> settings() {
        return vendor.settings();
    }

    @Override
    public List<String> interviewIds() {
        return vendor.interviewIds();
    }

    @Override
    public Optional<String> remoteData(String id) {
        return unrecorded.contains(id) ? Optional.empty() : vendor.remoteData(id);
    }

    @Override
    public Map<String, List<VendorReply>> refusals() {
        return vendor.refusals();
    }

    @Override
    public void close() {
        vendor.close();
    }
}
