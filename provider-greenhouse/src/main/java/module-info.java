/** Interviews from Greenhouse Harvest v3. */
module io.convene.provider.greenhouse {
    requires static org.jspecify;
    requires io.convene.core;

    provides io.convene.core.spi.AtsProvider with
            io.convene.provider.greenhouse.GreenhouseProvider;
}
