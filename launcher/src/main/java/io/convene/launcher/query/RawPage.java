package io.convene.launcher.query;

import io.convene.core.spi.VendorResponse;

import java.util.Optional;

/**
 * One vendor answer as it is.
 *
 * @param next where the list continues, if it does
 * @param isShort whether the list ended before the total that the vendor stated
 */
public record RawPage(VendorResponse response, Optional<Cursor> next, boolean isShort) {}
