/** Interviews from Birch, a vendor that does not exist. */
module com.birch.convene {
    requires io.convene.core;

    provides io.convene.core.spi.AtsProvider with
            com.birch.convene.BirchProvider;
}
