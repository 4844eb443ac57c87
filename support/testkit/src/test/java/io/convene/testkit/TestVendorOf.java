package io.convene.testkit;

import io.convene.core.Interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another vendor, that says something else of its interviews. */
record TestVendorOf(TestVendor vendor, List<Interview> truth) implements TestVendor {
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
        return vendor.remoteData(id);
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
