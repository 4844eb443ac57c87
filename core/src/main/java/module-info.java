/** The unified model, the provider SPI and the item view. */
module io.convene.core {
    requires static org.jspecify;

    exports io.convene.core;
    exports io.convene.core.paging;
    exports io.convene.core.spi;
}
