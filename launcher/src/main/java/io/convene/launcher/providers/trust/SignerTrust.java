package io.convene.launcher.providers.trust;

import java.io.IOException;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a signer's certificate, or one of its issuers, is among those that the operator
 * trusts. A time stamp counts only if its authority is among them too; without one the certificate
 * must be valid now. Revocation is not asked for, because that would call out at the start.
 */
final class SignerTrust {
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String UNKNOWN =
            "neither its certificate nor one of its issuers is in providers.trust-store";

    private final Set<X509Certificate> trusted;
    private final InstantSource clock;

    SignerTrust(Set<X509Certificate> trusted, InstantSource clock) {
        this.trusted = Set.copyOf(trusted);
        this.clock = clock;
    }

    /** Why the signer is not trusted; empty when it is. */
    Optional<String> problem(CodeSigner signer) {
        return problem(signer.getSignerCertPath(), signedAt(signer), CODE_SIGNING);
    }

    private Date signedAt(CodeSigner signer) {
        Timestamp stamp = signer.getTimestamp();
        if (stamp != null
                && problem(stamp.getSignerCertPath(), stamp.getTimestamp(), TIME_STAMPING)
                        .isEmpty()) {
            return stamp.getTimestamp();
        }
        return Date.from(clock.instant());
    }

    private Optional<String> problem(CertPath path, Date at, String purpose) {
        List<X509Certificate> chain =
                path.getCertificates().stream().map(X509Certificate.class::cast).toList();
        if (trusted.isEmpty() || chain.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        X509Certificate own = chain.getFirst();
        try {
            X509CertSelector selector = selector(purpose);
            List<X509Certificate> belowTrusted =
                    chain.stream().takeWhile(one -> !trusted.contains(one)).toList();
            if (!belowTrusted.isEmpty()) {
                validate(belowTrusted, at);
            }
            own.checkValidity(at);
            return selector.match(own)
                    ? Optional.empty()
                    : Optional.of("its certificate is not meant for signing code");
        } catch (CertPathValidatorException e) {
            return Optional.of(reason(e, own));
        } catch (CertificateException e) {
            return Optional.of(validity(own));
        } catch (GeneralSecurityException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void validate(List<X509Certificate> chain, Date at) throws GeneralSecurityException {
        Set<TrustAnchor> anchors =
                trusted.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    /** A certificate that restricts its use must allow this one. */
    private static X509CertSelector selector(String purpose) throws IOException {
        X509CertSelector selector = new X509CertSelector();
        selector.setExtendedKeyUsage(Set.of(purpose));
        selector.setKeyUsage(new boolean[] {true});
        return selector;
    }

    private static String reason(CertPathValidatorException e, X509Certificate own) {
        if (e.getReason() == PKIXReason.NO_TRUST_ANCHOR) {
            return UNKNOWN;
        }
        if (e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID) {
            return validity(own);
        }
        return String.valueOf(e.getMessage());
    }

    private static String validity(X509Certificate own) {
        return "its certificate is valid from %s to %s only, and the signature has no trusted time stamp from then"
                .formatted(own.getNotBefore().toInstant(), own.getNotAfter().toInstant());
    }
}
