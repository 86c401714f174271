package kz.legality.evidence.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.evidence.proof.Json;
import org.jspecify.annotations.Nullable;

/** {@code java -jar verify.jar FILE.evz --trust VKEYFILE [--tsa CERTIFICATES.pem] [--index-key FILE] [--json]}. */
public final class Verify {
    public static final int ALL_HOLD = 0;
    public static final int ONE_FAILS = 1;
    public static final int UNREADABLE = 2;

    private static final String USAGE =
            "verify FILE.evz --trust VKEYFILE [--tsa CERTIFICATES.pem] [--index-key FILE] [--json]";

    private Verify() {}

    public static void main(String... args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** @return the exit code: 0 all checks hold, 1 one fails, 2 a file cannot be read or an argument is wrong */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        List<String> rest = new ArrayList<>(args);
        boolean json = rest.remove("--json");
        Path trust = option("--trust", rest);
        Path indexKey = option("--index-key", rest);
        Path timeStamping = option("--tsa", rest);
        if (rest.size() != 1 || trust == null) {
            err.println("verify: " + USAGE);
            return UNREADABLE;
        }
        Path file = Path.of(rest.getFirst());
        try {
            Trust trusted = Trust.parse(
                    read(trust), certificates(timeStamping), indexKey == null ? null : Files.readAllBytes(indexKey));
            byte[] bundle = Files.readAllBytes(file);
            if (bundle.length < 4 || bundle[0] != 'P' || bundle[1] != 'K') {
                err.println("verify: " + file + " is no evidence bundle");
                return UNREADABLE;
            }
            Report report = BundleCheck.of(bundle, trusted);
            out.print(json ? json(report) + "\n" : report.text());
            return report.holds() ? ALL_HOLD : ONE_FAILS;
        } catch (IOException e) {
            err.println("verify: cannot read " + e.getMessage());
            return UNREADABLE;
        } catch (IllegalArgumentException e) {
            err.println("verify: " + trust + ": " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static Set<X509Certificate> certificates(@Nullable Path file) throws IOException {
        if (file == null) {
            return Set.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Set<X509Certificate> all = new HashSet<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(certificate -> all.add((X509Certificate) certificate));
            return all;
        } catch (CertificateException none) {
            throw new IOException(file + ": it holds no certificates in PEM", none);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static @Nullable Path option(String name, List<String> args) {
        int at = args.indexOf(name);
        if (at < 0 || at + 1 >= args.size()) {
            return null;
        }
        args.remove(at);
        return Path.of(args.remove(at));
    }

    private static String json(Report report) {
        List<Map<String, String>> checks = new ArrayList<>();
        for (Report.Line line : report.lines()) {
            Map<String, String> check = new LinkedHashMap<>();
            check.put("check", line.check().written());
            check.put("outcome", line.outcome().name());
            check.put("detail", line.detail());
            checks.add(check);
        }
        return Json.write(Map.of("holds", report.holds(), "checks", checks, "findings", report.findings()));
    }
}
