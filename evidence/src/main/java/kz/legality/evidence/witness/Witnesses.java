package kz.legality.evidence.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.proof.VerifierKey;

/** The witnesses of one log, asked one after the other. For many threads. */
public final class Witnesses {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);

    private final List<Witness> all;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTED_WITHIN)
            .followRedirects(Redirect.NEVER)
            .build();

    private Witnesses(List<Witness> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The witnesses that a file names.
     *
     * @param file a line for each: his verifier key of type 4, a space, the address before {@code /add-checkpoint}; lines that
     *     begin with # say nothing. Where there is no file there are no witnesses
     * @throws IllegalArgumentException with the number of a line that is none
     */
    public static Witnesses read(Path file) {
        List<Witness> all = new ArrayList<>();
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    all.add(witness(line, file + ", line " + (i + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return new Witnesses(all);
    }

    private static Witness witness(String line, String where) {
        String[] parts = line.split("\\s+", -1);
        try {
            VerifierKey key = VerifierKey.parse(parts[0]);
            if (parts.length != 2 || key.type() != VerifierKey.COSIGNATURE) {
                throw new IllegalArgumentException("a witness is a verifier key of type 4 and an address");
            }
            return new Witness(key, URI.create(parts[1]));
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException(where + ": " + bad.getMessage(), bad);
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Their verifier keys, a line each. */
    public List<String> keys() {
        return all.stream().map(witness -> witness.key().text()).toList();
    }

    /**
     * Asks each to cosign a checkpoint.
     *
     * @param note a checkpoint of the log, as it signed it
     * @param faults hears of each witness who did not cosign
     * @return the note with a line of each witness who did
     */
    public synchronized String cosigned(String note, EvidenceLog log, Consumer<WitnessFault> faults) {
        StringBuilder cosigned = new StringBuilder(note);
        for (Witness witness : all) {
            try {
                cosigned.append(witness.cosigned(http, note, log::consistency).substring(note.length()));
            } catch (WitnessFault fault) {
                faults.accept(fault);
            }
        }
        return cosigned.toString();
    }
}
