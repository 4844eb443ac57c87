/** Interviews from Ashby. */
module io.convene.provider.ashby {
    requires io.convene.core;
    requires static org.jspecify;

    provides io.convene.core.spi.AtsProvider with
            io.convene.provider.ashby.AshbyProvider;
}
