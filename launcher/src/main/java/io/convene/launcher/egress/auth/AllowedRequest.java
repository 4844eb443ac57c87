package io.convene.launcher.egress.auth;

import io.convene.core.spi.VendorRequest;

import java.net.URI;

/**
 * A stated request that may go where it says; {@link RequestWriter#allowed} makes them.
 *
 * @param url the request's, with its query
 */
record AllowedRequest(VendorRequest request, URI url) {}
