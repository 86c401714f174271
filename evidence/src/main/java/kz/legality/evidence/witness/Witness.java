package kz.legality.evidence.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.VerifierKey;

/**
 * Somebody who cosigns a checkpoint when it continues the one he saw before (C2SP tlog-witness): {@code POST add-checkpoint}
 * with the size he saw, a proof of consistency from there, and the checkpoint.
 */
final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONFLICT = 409;
    private static final int OK = 200;

    private final VerifierKey key;
    private final URI address;
    /** The size he saw last, as far as is known here; he says so himself when it is another. */
    private long seen;

    /** @param prefix the address before {@code /add-checkpoint} */
    Witness(VerifierKey key, URI prefix) {
        this.key = key;
        this.address = URI.create(prefix.toString().replaceAll("/+$", "") + "/add-checkpoint");
    }

    VerifierKey key() {
        return key;
    }

    /** Proves that one size of the log continues another. */
    interface Consistency {
        List<byte[]> proof(long older, long size);
    }

    /**
     * @param note the checkpoint as the log signed it
     * @return the note with this witness's line below it
     * @throws WitnessFault where he does not answer, or does not cosign
     */
    String cosigned(HttpClient http, String note, Consistency log) throws WitnessFault {
        SignedNote signed = SignedNote.parse(note);
        long size = Checkpoint.parse(signed.text()).size();
        HttpResponse<String> answer = ask(http, note, size, log);
        if (answer.statusCode() == CONFLICT) {
            seen = sizeSaid(answer.body());
            if (seen > size) {
                throw new WitnessFault(key, "has seen size " + seen + " already, and this is size " + size);
            }
            answer = ask(http, note, size, log);
        }
        if (answer.statusCode() != OK) {
            throw new WitnessFault(
                    key, "answers " + answer.statusCode() + ": " + answer.body().strip());
        }
        String cosigned = note + answer.body();
        try {
            if (SignedNote.parse(cosigned).cosignedBy(key).isEmpty()) {
                throw new WitnessFault(key, "answers with a cosignature that is not his");
            }
        } catch (IllegalArgumentException unreadable) {
            throw new WitnessFault(key, "answers with no cosignature: " + unreadable.getMessage());
        }
        seen = size;
        return cosigned;
    }

    private HttpResponse<String> ask(HttpClient http, String note, long size, Consistency log) throws WitnessFault {
        StringBuilder body = new StringBuilder("old ").append(seen).append('\n');
        if (seen > 0) {
            log.proof(seen, size)
                    .forEach(hash -> body.append(Base64Text.encode(hash)).append('\n'));
        }
        body.append('\n').append(note);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new WitnessFault(key, "does not answer at " + address + ": " + unreachable.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WitnessFault(key, "was not waited for");
        }
    }

    private long sizeSaid(String body) throws WitnessFault {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException none) {
            throw new WitnessFault(key, "answers that he saw another size, and not which");
        }
    }
}
