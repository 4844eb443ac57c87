/** Interviews from Pinpoint. */
module com.example.pinpoint {
    requires io.convene.core;

    provides io.convene.core.spi.AtsProvider with
            com.example.pinpoint.PinpointProvider;
}
