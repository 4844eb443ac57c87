/** Interviews from Fountain Hire. */
module io.convene.provider.fountain {
    requires static org.jspecify;
    requires io.convene.core;

    provides io.convene.core.spi.AtsProvider with
            io.convene.provider.fountain.FountainProvider;
}
