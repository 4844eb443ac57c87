package io.convene.launcher.config.trust;

import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * Which bundles are trusted.
 *
 * @param signatures the cost of a missing, invalid or unknown signature
 * @param signers the certificates of the signers that are trusted, or of their issuers
 */
public record TrustConfig(CheckPolicy signatures, Set<X509Certificate> signers) {
    public TrustConfig {
        signers = Set.copyOf(signers);
    }

    /** Checks nothing. */
    public static TrustConfig unchecked() {
        return new TrustConfig(CheckPolicy.OFF, Set.of());
    }
}
