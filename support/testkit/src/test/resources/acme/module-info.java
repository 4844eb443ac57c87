/** Interviews from Acme, a vendor that does not exist. */
module com.acme.convene {
    requires io.convene.core;

    exports com.acme.convene;

    provides io.convene.core.spi.AtsProvider with
            com.acme.convene.AcmeProvider;
}
