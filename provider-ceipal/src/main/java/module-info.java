/** Interviews from Ceipal. */
module io.convene.provider.ceipal {
    requires io.convene.core;
    // Ceipal may answer a token request in XML.
    requires java.xml;
    requires static org.jspecify;

    provides io.convene.core.spi.AtsProvider with
            io.convene.provider.ceipal.CeipalProvider;
}
