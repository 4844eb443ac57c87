package io.convene.sandbox.wire;

import java.util.Map;

/**
 * One way into a stand-in.
 *
 * @param name the integration's name, with a suffix if it is not the usual access
 * @param basePath the path of its base URL
 * @param credentials by name
 * @param settings other than {@code base_url}; values that start with a slash are paths on this
 *     server
 */
public record VendorAccount(
        String name,
        String basePath,
        Map<String, String> credentials,
        Map<String, String> settings) {}
