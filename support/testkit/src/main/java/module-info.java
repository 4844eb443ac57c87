/** Proves that a bundle does what its host relies on: for authors of bundles, as JUnit tests. */
module io.convene.testkit {
    requires static org.jspecify;
    requires transitive io.convene.core;
    requires io.convene.launcher;
    requires jakarta.json;
    requires jakarta.json.bind;
    requires jdk.httpserver;
    requires transitive io.convene.testing;
    requires transitive org.junit.jupiter.api;
    // What bundles may require must be there when they are loaded.
    requires java.logging;
    requires java.xml;

    exports io.convene.testkit;
}
