package io.convene.launcher.config;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificate that the server shows, and its key.
 *
 * @param certificates the chain, the server's own certificate first
 * @param key the key of that certificate
 */
public record TlsIdentity(List<X509Certificate> certificates, PrivateKey key) {
    public TlsIdentity {
        certificates = List.copyOf(certificates);
    }
}
