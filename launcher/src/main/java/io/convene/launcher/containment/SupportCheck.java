package io.convene.launcher.containment;

import io.convene.core.Filter;
import io.convene.core.spi.Support;

import java.util.Optional;
import java.util.Set;

/** Finds what a support cannot mean. */
public final class SupportCheck {
    private SupportCheck() {}

    /** What is impossible about it, in a sentence without its end; nothing when it can be used. */
    public static Optional<String> problem(Support support) {
        Set<Filter> filters = support.filters();
        for (Filter filter : support.required()) {
            if (!filters.contains(filter)) {
                return Optional.of(
                        "it requires the filter %s, which it does not take"
                                .formatted(filter.text()));
            }
        }
        for (Filter filter : filters) {
            if (support.most(filter).filter(most -> most < 1).isPresent()) {
                return Optional.of(
                        "it takes fewer than one value for the filter %s".formatted(filter.text()));
            }
        }
        for (Filter filter : support.lookup().orElse(Set.of())) {
            if (!filters.contains(filter)) {
                return Optional.of(
                        "it needs the filter %s to find one record, and does not take it"
                                .formatted(filter.text()));
            }
        }
        return Optional.empty();
    }
}
