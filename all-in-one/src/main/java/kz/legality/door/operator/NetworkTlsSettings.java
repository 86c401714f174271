package kz.legality.door.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.UpgradeProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A port on which the ledger answers under TLS, properties {@code ledger.network.tls.*}. HTTP/2 is agreed on by ALPN.
 *
 * @param port its number
 * @param keystore PKCS #12 with the key and its chain; null opens no such port
 * @param password of the keystore
 * @param clients PKCS #12 with the authorities whose clients may come in; null asks for no client's certificate
 */
@ConfigurationProperties("ledger.network.tls")
record NetworkTlsSettings(
        @DefaultValue("8443") int port,
        @Nullable Path keystore,
        @DefaultValue("") String password,
        @Nullable Path clients) {
    private static final String KIND = "PKCS12";

    NetworkTlsSettings {
        requireReadable(keystore, "keystore");
        requireReadable(clients, "clients");
        if (clients != null) {
            requireAuthority(clients, password);
        }
    }

    /** A store that was not made for Java may hold certificates and name none of them as believed. */
    private static void requireAuthority(Path file, String password) {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    return;
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("ledger.network.tls.clients: " + file + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("ledger.network.tls.clients: " + file
                + " names no authority that is believed; keytool -importcert puts one in");
    }

    private static void requireReadable(@Nullable Path file, String name) {
        if (file != null && !Files.isReadable(file)) {
            throw new IllegalArgumentException("ledger.network.tls." + name + ": " + file + " cannot be read");
        }
    }

    Connector connector(String address, UpgradeProtocol http2) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(String.valueOf(keystore));
        certificate.setCertificateKeystoreType(KIND);
        certificate.setCertificateKeystorePassword(password);
        host.addCertificate(certificate);
        if (clients != null) {
            host.setTruststoreFile(clients.toString());
            host.setTruststoreType(KIND);
            host.setTruststorePassword(password);
            host.setCertificateVerification("required");
        }
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", address);
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.addSslHostConfig(host);
        connector.addUpgradeProtocol(http2);
        return connector;
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "NetworkTlsSettings[port=" + port + ", keystore=" + keystore + "]";
    }
}
