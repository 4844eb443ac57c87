package io.convene.launcher.config;

import java.time.Duration;
import java.util.List;

/**
 * How the endpoint answers: its limits and defaults.
 *
 * @param defaultLimit the limit of a request that sends none
 * @param maxLimit the highest limit a request may send
 * @param maxItems the most interviews of one answer over all pages
 * @param maxKeyedItems the most interviews that are held in memory to be keyed
 * @param deadline the time for one request, all vendor calls included
 * @param maxVendorCalls the most vendor calls for one answer
 * @param compatibility whether unknown parameters are refused or ignored
 * @param cursorKeys the keys of cursors, the first encrypts; empty when one is to be made and kept
 */
public record ApiConfig(
        int defaultLimit,
        int maxLimit,
        int maxItems,
        int maxKeyedItems,
        Duration deadline,
        int maxVendorCalls,
        Compatibility compatibility,
        List<String> cursorKeys) {
    public ApiConfig {
        cursorKeys = List.copyOf(cursorKeys);
    }
}
