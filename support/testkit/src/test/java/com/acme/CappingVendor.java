package com.acme;

import io.convene.testkit.VendorCall;
import io.convene.testkit.VendorFake;
import io.convene.testkit.VendorReply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Acme with a cap on its pages, and with its total where it is told to state one. */
public final class CappingVendor extends VendorFake {
    private final AcmeVendor acme = new AcmeVendor();
    private final boolean total;
    private volatile int most = Integer.MAX_VALUE;

    public CappingVendor(boolean total) {
        this.total = total;
    }

    @Override
    public Map<String, String> credentials() {
        return acme.credentials();
    }

    @Override
    public List<String> interviewIds() {
        return acme.interviewIds();
    }

    @Override
    public boolean capPages(int records) {
        most = records;
        return true;
    }

    @Override
    protected VendorReply answer(VendorCall call) {
        Map<String, List<String>> query = new LinkedHashMap<>(call.query());
        query.computeIfPresent(
                "per_page",
                (name, values) ->
                        List.of(
                                Integer.toString(
                                        Math.min(most, Integer.parseInt(values.getFirst())))));
        VendorReply reply =
                acme.answer(
                        new VendorCall(
                                call.method(), call.path(), query, call.headers(), call.body()));
        return total && reply.body().startsWith("{\"data\"")
                ? VendorReply.json(
                        reply.body()
                                .replaceFirst(
                                        "\\{",
                                        "{\"count\":%d,".formatted(acme.interviewIds().size())))
                : reply;
    }
}
