/**
 * Proves that a bundle keeps the rules that its host relies on: for authors of bundles, as JUnit
 * tests.
 */
module io.convene.testkit {
    requires static org.jspecify;
    requires transitive io.convene.core;
    requires io.convene.launcher;
    requires jakarta.json;
    requires jakarta.json.bind;
    requires jdk.httpserver;
    requires transitive io.convene.testing;
    requires transitive org.junit.jupiter.api;
    // Modules that bundles may require must be present when bundles are loaded.
    requires java.logging;
    requires java.xml;

    exports io.convene.testkit;
}
