/**
 * As whom a vendor is called: credentials, tokens, allowed hosts, and redaction.
 *
 * <p>Belongs here: every class that sees a secret. No secret leaves this package but in the request
 * it belongs to.
 */
@NullMarked
package io.convene.launcher.egress.auth;

import org.jspecify.annotations.NullMarked;
