package io.convene.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.sandbox.Sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The account that reaches one stand-in.
 *
 * @param integration the system's name
 * @param host where the stand-in listens, with its port
 * @param credentials by name
 * @param settings by name
 */
record DemoAccount(
        String integration,
        String host,
        Map<String, String> credentials,
        Map<String, String> settings) {

    /** One for each system; further ways into a system, which have a suffix, are left out. */
    static List<DemoAccount> of(Sandbox sandbox) {
        return sandbox.integrations().stream()
                .filter(name -> name.indexOf('-') < 0)
                .map(name ->
                        new DemoAccount(
                                name,
                                sandbox.baseUrl(name).getAuthority(),
                                new TreeMap<>(sandbox.credentials(name)),
                                new TreeMap<>(sandbox.settings(name))))
                .toList();
    }

    /** The same in every demo. */
    UUID id() {
        return UUID.nameUUIDFromBytes(("demo/" + integration).getBytes(UTF_8));
    }
}
