/** Test doubles of the host and of vendors, for the unit tests of bundles. */
module io.convene.testing {
    requires static org.jspecify;
    requires transitive io.convene.core;

    exports io.convene.testing;
}
