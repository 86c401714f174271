package kz.legality.evidence.bundle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.MerkleTree;
import kz.legality.evidence.proof.NoteSigner;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/** A witness as C2SP tlog-witness has it, over HTTP, for one log. */
final class HttpWitness implements AutoCloseable {
    private final NoteSigner signer = NoteSigner.generate("witness.test/w1", VerifierKey.COSIGNATURE);
    private final VerifierKey log;
    private final HttpServer server;
    private @Nullable Checkpoint seen;
    int conflicts;

    HttpWitness(VerifierKey log) throws IOException {
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prefix/add-checkpoint", this::answer);
        server.start();
    }

    VerifierKey key() {
        return signer.verifier();
    }

    String line() {
        return key().text() + " http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/\n";
    }

    /** As if another tree of the same log had been shown to him. */
    void remember(Checkpoint other) {
        seen = other;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int head = body.indexOf("\n\n");
            List<String> lines = List.of(body.substring(0, head).split("\n"));
            SignedNote note = SignedNote.parse(body.substring(head + 2));
            Checkpoint shown = Checkpoint.parse(note.text());
            long old = Long.parseLong(lines.getFirst().substring("old ".length()));
            Checkpoint before = seen;
            long known = before == null ? 0 : before.size();
            if (!note.signedBy(log)) {
                say(exchange, 403, "not signed by the log");
            } else if (old > shown.size()) {
                say(exchange, 400, "old is beyond the checkpoint");
            } else if (old != known) {
                conflicts++;
                say(exchange, 409, known + "\n");
            } else if (before != null && !continues(before, shown, lines)) {
                say(exchange, 422, "no proof of consistency");
            } else {
                seen = shown;
                say(exchange, 200, signer.cosignatureLine(note.text(), 1_764_000_000L) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean continues(Checkpoint before, Checkpoint shown, List<String> lines) {
        List<byte[]> proof = new ArrayList<>();
        lines.stream().skip(1).map(Base64Text::hash).forEach(proof::add);
        return MerkleTree.checkConsistency(before.size(), shown.size(), before.root(), shown.root(), proof)
                .isEmpty();
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
