package io.convene.launcher.config.trust;

import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * Which bundles are trusted.
 *
 * @param signatures the cost of a missing, invalid or unknown signature
 * @param signers the certificates of the signers that are trusted, or of their issuers
 * @param codeCheck the cost of code that uses more than a bundle may
 */
public record TrustConfig(
        CheckPolicy signatures, Set<X509Certificate> signers, CheckPolicy codeCheck) {
    public TrustConfig {
        signers = Set.copyOf(signers);
    }

    /** Every key at its default: signatures do not count, and a finding in code is a warning. */
    public static TrustConfig byDefault() {
        return new TrustConfig(CheckPolicy.OFF, Set.of(), CheckPolicy.WARN);
    }

    /** Checks nothing. */
    public static TrustConfig unchecked() {
        return new TrustConfig(CheckPolicy.OFF, Set.of(), CheckPolicy.OFF);
    }
}
