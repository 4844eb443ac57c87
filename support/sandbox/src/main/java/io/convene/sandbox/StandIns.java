package io.convene.sandbox;

import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.VendorAccount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stand-ins, found by the names of the ways into them. */
final class StandIns {
    private final List<StandIn> all;
    private final Map<String, StandIn> byName = new HashMap<>();
    private final Map<String, VendorAccount> accounts = new HashMap<>();

    StandIns(List<StandIn> all) {
        this.all = List.copyOf(all);
        for (StandIn standIn : all) {
            for (VendorAccount account : standIn.accounts()) {
                byName.put(account.name(), standIn);
                accounts.put(account.name(), account);
            }
        }
    }

    List<StandIn> all() {
        return all;
    }

    /** Every name, sorted. */
    List<String> names() {
        return accounts.keySet().stream().sorted().toList();
    }

    /**
     * The stand-in of that name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the names
     */
    StandIn of(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /** The stand-in of that name, if there is one. */
    Optional<StandIn> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The account of that name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the names
     */
    VendorAccount account(String name) {
        return Optional.ofNullable(accounts.get(name)).orElseThrow(() -> unknown(name));
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "No stand-in for %s; there are %s".formatted(name, names()));
    }
}
