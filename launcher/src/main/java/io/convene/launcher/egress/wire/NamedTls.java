package io.convene.launcher.egress.wire;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS to one host whose name has an underscore, which the JDK takes for no name: the request goes
 * to an address, so that the name is told to the server and compared with its certificate here. The
 * chain is checked by the JDK, against its trust store.
 */
public final class NamedTls {
    private static final int HOST_NAME = 0;
    private static final int DNS_NAME = 2;

    private NamedTls() {}

    /** The parameters that tell the host its name. */
    static SSLParameters parameters(String host) {
        SSLParameters parameters = new SSLParameters();
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        parameters.setServerNames(List.of(new SNIServerName(HOST_NAME, name) {}));
        return parameters;
    }

    /** Trusts the host alone. */
    public static SSLContext context(String host) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            X509ExtendedTrustManager chains =
                    Arrays.stream(factory.getTrustManagers())
                            .filter(X509ExtendedTrustManager.class::isInstance)
                            .map(X509ExtendedTrustManager.class::cast)
                            .findFirst()
                            .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new HostTrust(chains, host)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK offers no TLS", e);
        }
    }

    /** Whether a certificate's name matches that host; an asterisk matches its first label. */
    public static boolean matches(String pattern, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String allowed = pattern.toLowerCase(Locale.ROOT);
        if (!allowed.startsWith("*.")) {
            return allowed.equals(name);
        }
        int dot = name.indexOf('.');
        String parent = allowed.substring(1);
        return dot > 0 && parent.indexOf('.', 1) > 0 && name.substring(dot).equals(parent);
    }

    private static final class HostTrust extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager chains;
        private final String host;

        HostTrust(X509ExtendedTrustManager chains, String host) {
            this.chains = chains;
            this.host = host;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            chains.checkServerTrusted(chain, type);
            if (names(chain[0]).stream().noneMatch(name -> matches(name, host))) {
                throw new CertificateException("the certificate is for another host");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("no clients are trusted");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return chains.getAcceptedIssuers();
        }

        private static List<String> names(X509Certificate certificate)
                throws CertificateParsingException {
            Collection<List<?>> all =
                    Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
            return all.stream()
                    .filter(name -> name.getFirst().equals(DNS_NAME))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        }
    }
}
