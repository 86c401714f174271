package kz.legality.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Keys and certificates made for a test, by keytool as an operator would make them. */
final class Certificates {
    static final String PASSWORD = "only-for-this-test";

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** A key that certifies itself, under its own name, in a store of its own. */
    Path selfSigned(String name, String... extension) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-validity", "2"));
        arguments.addAll(List.of("-groupname", "secp256r1"));
        for (String one : extension) {
            arguments.addAll(List.of("-ext", one));
        }
        keytool(store, arguments);
        return store;
    }

    /** A key that an authority certifies, in a store of its own. */
    Path certifiedBy(Path authority, String authorityName, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        keytool(
                authority,
                List.of(
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-signer",
                        authorityName));
        KeyStore both = load(authority);
        KeyStore own = empty();
        own.setKeyEntry(
                name,
                both.getKey(name, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                both.getCertificateChain(name));
        return stored(own, name);
    }

    /** What is believed: a store with an authority's certificate and no key. */
    Path trusting(Path authority, String authorityName) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(authorityName, load(authority).getCertificate(authorityName));
        return stored(trusted, "trusts-" + authorityName);
    }

    private Path stored(KeyStore keys, String name) throws IOException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(Path store, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path log = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Believes the server whose certificate is in the first store, and shows the one in the second where there is one. */
    static SSLContext context(Path server, String serverName, @Nullable Path own)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(serverName, load(server).getCertificate(serverName));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManager[] keys = null;
        if (own != null) {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(own), PASSWORD.toCharArray());
            keys = factory.getKeyManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            loaded.load(in, PASSWORD.toCharArray());
        }
        return loaded;
    }
}
